// The load of bench/hall on boardgame.io: matches of two, each with its socket open, giving orders. Prints a JSON object.
// Usage: node load.js CPU GAME MATCHES SECONDS RATE AT_ONCE WARM    (CPU '-': any)
const { fork } = require('child_process');
const { io } = require('socket.io-client');
const [cpu, game, ...numbers] = process.argv.slice(2);
const [matches, seconds, rate, atOnce, warm] = numbers.map(Number);
const port = 20000 + Math.floor(Math.random() * 10000);
const pin = cpu === '-' ? {} : { execPath: 'taskset', execArgv: ['-c', cpu, process.execPath, '--max-old-space-size=8000'] };
const server = fork(require('path').join(__dirname, 'server.js'), [], { ...pin, env: { ...process.env, PORT: port, NODE_ENV: 'production', DEBUG: '' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
const said = () => new Promise(done => server.once('message', done));
const figures = () => { const answer = said(); server.send('figures'); return answer; };
const now = () => Number(process.hrtime.bigint()) / 1e6;
const sleep = ms => new Promise(done => setTimeout(done, ms));

let times = null;
const seats = [];
const waiting = [];

// A seat gives its match an order; the match takes one at a time, for an order names the state that it follows.
function give(seat, due, done) {
  const match = seat.match;
  match.busy = { seat, due, done };
  seat.socket.emit('update', { type: 'MAKE_MOVE', payload: { type: 'hold', args: ['yue-beiwei', 'ezhou'], playerID: seat.player } }, match.state, match.id, seat.player);
}

// Heard by the seat that gave it: the order is done. Nothing was written to any disk.
function heard(seat, state) {
  const { match } = seat;
  if (!match.busy || match.busy.seat !== seat || state !== match.state + 1) return;
  const { due, done } = match.busy;
  match.state = state;
  match.busy = null;
  if (times) times.push(now() - due);
  if (done) done();
}

function sit(match, player) {
  return new Promise((done, failed) => {
    const seat = { match, player, socket: io(`http://127.0.0.1:${port}/${game}`, { transports: ['websocket'], forceNew: true, reconnection: false }) };
    seat.socket.on('connect', () => seat.socket.emit('sync', match.id, player, undefined, 2));
    seat.socket.on('sync', (_, info) => { match.state = info.state._stateID; seats.push(seat); done(); });
    seat.socket.on('update', (_, state) => heard(seat, state._stateID));
    seat.socket.on('patch', (_, before, state) => heard(seat, state));
    seat.socket.on('connect_error', failed);
  });
}

async function closed(ms) {
  const end = now() + ms;
  const worker = async first => {
    for (let at = first; now() < end; at = (at + atOnce) % seats.length) {
      let tries = 0;
      while (seats[at].match.busy && tries++ < seats.length) at = (at + 1) % seats.length;
      if (seats[at].match.busy) await sleep(1);
      else await new Promise(done => give(seats[at], now(), done));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, matches) }, (_, first) => worker(first)));
}

async function paced(ms) {
  const began = now();
  let [at, sent, missed] = [0, 0, 0];
  for (let elapsed; (elapsed = now() - began) < ms; await sleep(1)) {
    for (; sent < elapsed * rate / 1000; sent++) {
      let tries = 0;
      while (seats[at].match.busy && ++tries < seats.length) at = (at + 1) % seats.length;
      if (seats[at].match.busy) missed++;
      else give(seats[at], began + sent * 1000 / rate, null);
      at = (at + 1) % seats.length;
    }
  }
  return missed;
}

async function measured(load) {
  times = [];
  const [before, began] = [await figures(), now()];
  const missed = await load(seconds * 1000) || 0;
  const took = (now() - began) / 1000;
  const after = await figures();
  const taken = times.sort((a, b) => a - b);
  times = null;
  const used = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6 / took;
  await sleep(500);
  const share = q => taken.length ? taken[Math.min(taken.length - 1, Math.floor(taken.length * q))] : 0;
  return { orders: taken.length, seconds: took, cpu: used, p50: share(.5), p99: share(.99), most: share(1), missed, memory: after.memory };
}

(async () => {
  await said();
  const bare = (await figures()).memory;
  for (let first = 0; first < matches; first += 20)
    await Promise.all(Array.from({ length: Math.min(20, matches - first) }, async (_, i) => {
      const match = { id: `m${first + i}`, state: 0, busy: null };
      await sit(match, '0');
      await sit(match, '1');
    }));
  await closed(warm * 1000);
  const result = { seats: seats.length, bare, closed: await measured(closed) };
  if (rate > 0) result.paced = await measured(paced);
  console.log(JSON.stringify(result));
  server.disconnect();
  setTimeout(() => process.exit(0), 200);
})().catch(fault => { console.error(fault); server.kill(); process.exit(1); });
