// boardgame.io's server with its usual storage, in memory, on 127.0.0.1. Two players sit at a match; both may move at any time; a move notes an order down.
//   small  the state is the two players' last orders
//   war    and a war of the size that a seat of the hall sees, sent as patches (deltaState)
// PORT: where to listen. Answers 'figures' on its parent's channel with memory and processor time.
const { Server, Origins } = require('boardgame.io/server');
const { ActivePlayers } = require('boardgame.io/core');

const rows = (count, row) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`row-${i}`, row(i)]));
const war = () => ({
  places: rows(330, i => ({ holder: i % 3 ? 'song' : 'jin', ours: i % 3 > 0, hostile: i % 3 === 0, men: i * 37, asOf: '1139-07-28' })),
  forces: rows(150, i => ({
    en: `the force numbered ${i}`, zh: '某軍', polity: 'song', seat: 'song-court', own: true, hostile: false, reputedCommander: `man-${i}`, traits: '-',
    place: `row-${i * 2}`, men: i * 111, horseSixteenths: i % 16, qualityTenths: i % 10, grainDays: 30, doing: 'camped', asOf: '1139-07-28', task: '-',
    target: '-', targetForce: '-', ordered: '-', expected: '-', confirmed: '-', answer: 'accepted', reason: 'accepted',
  })),
});

const table = {
  minPlayers: 2,
  maxPlayers: 2,
  turn: { activePlayers: ActivePlayers.ALL },
  moves: {
    hold: ({ G, playerID }, force, place) => {
      G.given += 1;
      G.waiting[playerID] = { number: G.given, verb: 'hold', force, place };
    },
  },
};
const none = () => ({ given: 0, waiting: {} });
const server = Server({
  games: [{ ...table, name: 'small', setup: none }, { ...table, name: 'war', deltaState: true, setup: () => ({ ...none(), ...war() }) }],
  origins: [Origins.LOCALHOST],
});
server.app.silent = true;
const listen = server.app.listen;
server.app.listen = (port, done) => listen.call(server.app, port, '127.0.0.1', done);
server.run({ port: +process.env.PORT, callback: () => process.send('open') });
process.on('message', () => process.send({ memory: process.memoryUsage().rss, cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit(0));
