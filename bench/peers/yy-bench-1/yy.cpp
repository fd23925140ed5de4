// The campaign of YY-BENCH-1 (README.md beside this file) in plain C++, one thread. Usage: yy [runs].
// Prints one JSON object: the digest of the batch, microseconds a day (median of the runs) and runs a second.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

using u32 = uint32_t;
using i64 = int64_t;

constexpr int Side = 20, Nodes = Side * Side, Forces = 60, Days = 730;
constexpr int Headquarters[3] = {203, 210, 217};
constexpr int BandStart[3] = {0, 7, 14}, BandWidth[3] = {7, 7, 6};

static inline u32 mix(u32 x)
{
    x ^= x >> 16; x *= 0x7feb352du;
    x ^= x >> 15; x *= 0x846ca68bu;
    return x ^ x >> 16;
}

static inline u32 dice(u32 seed, u32 what, u32 b, u32 c) { return mix(mix(mix(seed ^ what) + b) + c); }

static inline int apart(int a, int b) { return std::abs(a % Side - b % Side) + std::abs(a / Side - b / Side); }

struct Node { int pop, store, garrison, wall, loyalty, owner; };
struct Force { int node, men, grain, morale, target, ordered, orderedOn, progress; };

struct Land
{
    int neighbours[Nodes][4], count[Nodes];
    int east[Nodes], south[Nodes]; // lengths of the edges, li

    Land()
    {
        for (int n = 0; n < Nodes; n++)
        {
            int x = n % Side, y = n / Side, k = 0;
            if (x > 0) neighbours[n][k++] = n - 1;
            if (x < Side - 1) neighbours[n][k++] = n + 1;
            if (y > 0) neighbours[n][k++] = n - Side;
            if (y < Side - 1) neighbours[n][k++] = n + Side;
            count[n] = k;
            east[n] = 20 + dice(0, 10, n, n + 1) % 41;
            south[n] = 20 + dice(0, 10, n, n + Side) % 41;
        }
    }

    int length(int from, int to) const
    {
        int low = std::min(from, to);
        return std::abs(from - to) == 1 ? east[low] : south[low];
    }
};

static const Land land;

class Campaign
{
public:
    explicit Campaign(u32 run) : seed(mix(12345 + run))
    {
        for (int n = 0; n < Nodes; n++)
        {
            int x = n % Side, pop = 2000 + dice(0, 11, n, 0) % 8000;
            nodes[n] = {pop, 60 * pop, int(200 + dice(0, 12, n, 0) % 800), int(200 + dice(0, 13, n, 0) % 800), 700, x < 7 ? 0 : x < 14 ? 1 : 2};
        }
        for (int f = 0; f < Forces; f++)
        {
            int s = f % 3, men = 3000 + dice(0, 16, f, 0) % 17000;
            int at = int(dice(0, 14, f, 0) % Side) * Side + BandStart[s] + dice(0, 15, f, 0) % BandWidth[s];
            forces[f] = {at, men, 15 * men, 800, -1, -1, 0, 0};
        }
    }

    u32 play()
    {
        for (int d = 0; d < Days; d++)
        {
            for (int f = 0; f < Forces; f++)
                if (forces[f].men > 0) act(f, d);
            muster();
            for (int n = 0; n < Nodes; n++)
                if (first[n] >= 0 && next[first[n]] >= 0) battle(n, d);
            muster();
            for (int n = 0; n < Nodes; n++)
                if (first[n] >= 0) siege(n, d);
            upkeep(d);
            note();
        }
        return digest;
    }

private:
    u32 seed, digest = 1;
    Node nodes[Nodes];
    Force forces[Forces];
    int first[Nodes], next[Forces]; // who stands where, ascending

    void act(int f, int d)
    {
        Force& me = forces[f];
        int side = f % 3;
        if ((d + f) % 5 == 0 && me.ordered < 0)
        {
            int best = INT32_MIN, goal = -1;
            for (int k = 0; k < 8; k++)
            {
                int c = dice(seed, 1, d, 8 * f + k) % Nodes;
                int score = (nodes[c].owner != side ? 1000 : 0) + std::min(nodes[c].store / 1000, 500) - 10 * apart(me.node, c);
                if (score > best) { best = score; goal = c; }
            }
            me.ordered = goal;
            me.orderedOn = d + 1 + apart(Headquarters[side], me.node) * 40 / 300 + int(dice(seed, 2, d, f) % 4);
        }
        if (me.ordered >= 0 && me.orderedOn <= d) { me.target = me.ordered; me.ordered = -1; }
        if (me.target >= 0 && me.target != me.node) march(me);
        eat(me, side);
        int part = me.men * (1 + (1000 - me.morale) / 200), loss = part / 10000;
        if (int(dice(seed, 3, d, f) % 10000) < part % 10000) loss++;
        me.men -= std::min(loss, me.men);
    }

    static void march(Force& me)
    {
        int dx = me.target % Side - me.node % Side;
        int to = dx != 0 ? me.node + (dx > 0 ? 1 : -1) : me.node + (me.target > me.node ? Side : -Side);
        me.progress += (me.men < 10000 ? 50 : me.men < 30000 ? 40 : 30) * (500 + me.morale / 2) / 1000;
        int length = land.length(me.node, to);
        if (me.progress < length) return;
        me.progress -= length;
        me.node = to;
        if (to == me.target) { me.target = -1; me.progress = 0; }
    }

    void eat(Force& me, int side)
    {
        Node& here = nodes[me.node];
        bool own = here.owner == side;
        if (own && me.grain < 10 * me.men)
        {
            int taken = std::min(here.store / 2, 10 * me.men - me.grain);
            here.store -= taken;
            me.grain += taken;
        }
        int used = std::min(me.grain, me.men), want = me.men - used;
        me.grain -= used;
        if (want > 0)
        {
            int found = std::min(want, here.store / 20);
            here.store -= found;
            want -= found;
            if (!own) here.loyalty = std::max(0, here.loyalty - 5);
        }
        if (want > 0) { me.men -= (want + 49) / 50; me.morale = std::max(0, me.morale - 20); }
        else me.morale = std::min(1000, me.morale + 2);
    }

    void muster()
    {
        std::fill(first, first + Nodes, -1);
        for (int f = Forces - 1; f >= 0; f--)
            if (forces[f].men > 0) { next[f] = first[forces[f].node]; first[forces[f].node] = f; }
    }

    void battle(int n, int d)
    {
        i64 men[3] = {}, heart[3] = {};
        for (int f = first[n]; f >= 0; f = next[f])
        {
            men[f % 3] += forces[f].men;
            heart[f % 3] += i64(forces[f].men) * forces[f].morale;
        }
        int a = 0;
        for (int s = 1; s < 3; s++) if (men[s] > men[a]) a = s;
        int b = a == 0 ? 1 : 0;
        for (int s = b + 1; s < 3; s++) if (s != a && men[s] > men[b]) b = s;
        if (men[b] == 0) return;

        i64 A = men[a], B = men[b], ma = heart[a] / A, mb = heart[b] / B;
        bool brokenA = false, brokenB = false;
        for (int k = 0; k < 6 && !brokenA && !brokenB; k++)
        {
            i64 pa = A * ma / 1000 * (800 + dice(seed, 4, 8 * d + k, 2 * n) % 401) / 1000;
            i64 pb = B * mb / 1000 * (800 + dice(seed, 4, 8 * d + k, 2 * n + 1) % 401) / 1000;
            if (pa + pb == 0) break;
            i64 lossA = A * pb / (pa + pb) * 60 / 1000, lossB = B * pa / (pa + pb) * 60 / 1000;
            A -= lossA;
            B -= lossB;
            brokenA = (men[a] - A) * 1000 > men[a] * (60 + ma / 8);
            brokenB = (men[b] - B) * 1000 > men[b] * (60 + mb / 8);
        }
        bool anyBroke = brokenA || brokenB;
        bool loserIsA = brokenA != brokenB ? brokenA : A * ma < B * mb;
        if (anyBroke)
        {
            i64& beaten = loserIsA ? A : B;
            beaten = beaten * (1000 - (50 + dice(seed, 5, d, n) % 151)) / 1000;
        }
        int loser = loserIsA ? a : b, winner = loserIsA ? b : a, refuge = n;
        for (int k = 0, low = Nodes; anyBroke && k < land.count[n]; k++)
        {
            int to = land.neighbours[n][k];
            if (nodes[to].owner == loser && to < low) refuge = low = to;
        }
        for (int f = first[n]; f >= 0; f = next[f])
        {
            Force& me = forces[f];
            int s = f % 3;
            if (s != a && s != b) continue;
            me.men = int(me.men * (s == a ? A : B) / men[s]);
            if (s == winner) { me.morale = std::min(1000, me.morale + 30); continue; }
            me.morale = std::max(0, me.morale - 150);
            me.target = -1;
            me.progress = 0;
            me.node = refuge;
        }
    }

    void spread(int n, i64 left, i64 of)
    {
        for (int f = first[n]; f >= 0; f = next[f]) forces[f].men = int(forces[f].men * left / of);
    }

    i64 strength(int n) const
    {
        i64 men = 0;
        for (int f = first[n]; f >= 0; f = next[f]) men += forces[f].men;
        return men;
    }

    void siege(int n, int d)
    {
        Node& town = nodes[n];
        int s = first[n] % 3;
        if (town.owner == s) return;
        for (int f = next[first[n]]; f >= 0; f = next[f]) if (f % 3 != s) return;
        i64 M = strength(n), G = town.garrison;
        bool captured = G == 0;
        if (G > 0 && M > 5 * G && dice(seed, 6, d, n) % 100 < 8)
        {
            i64 p = M * 1000 / (M + G * (1 + town.wall / 50));
            i64 loss = M * (20 + (1000 - p) / 10) / 1000;
            spread(n, M - loss, M);
            captured = i64(dice(seed, 7, d, n) % 1000) < p;
            if (!captured) town.garrison -= int(G / 10);
        }
        else if (G > 0)
        {
            town.store -= std::min(town.store, int(G) + town.pop / 4);
            town.wall = std::max(0, town.wall - int(M / 4000));
            captured = town.store == 0;
        }
        M = strength(n);
        if (!captured || M == 0) return;
        spread(n, M - M / 50, M);
        town.owner = s;
        town.garrison = int(M / 50);
        town.loyalty = 400;
        town.store = int(i64(town.store) * 7 / 10);
        town.wall = std::max(town.wall, 100);
    }

    void upkeep(int d)
    {
        if (d % 365 == 240)
            for (Node& town : nodes) town.store = std::min(400 * town.pop, town.store + 200 * town.pop);
        for (int f = d % 30; f < Forces; f += 30)
        {
            Force& me = forces[f];
            int side = f % 3, home = Headquarters[side];
            if (me.men < 2000 && nodes[home].owner == side)
            {
                me.node = home;
                me.men += 4000;
                me.grain += 40000;
                me.morale = 700;
                me.target = -1;
                me.progress = 0;
            }
            else if (me.men > 0 && nodes[me.node].owner == side) me.men += nodes[me.node].pop / 10;
        }
        for (int n = d % 30; n < Nodes; n += 30)
        {
            Node& town = nodes[n];
            town.loyalty = std::min(1000, town.loyalty + 5);
            if (town.loyalty >= 300 || int(dice(seed, 8, d, n) % 1000) >= 300 - town.loyalty) continue;
            town.garrison /= 2;
            for (int k = 0; k < land.count[n]; k++)
            {
                Node& near = nodes[land.neighbours[n][k]];
                near.loyalty = std::max(0, near.loyalty - 30);
            }
            if (town.garrison >= town.pop / 100) continue;
            town.owner = (town.owner + 1 + dice(seed, 9, d, n) % 2) % 3;
            town.loyalty = 500;
        }
    }

    void note()
    {
        u32 h = digest;
        for (const Force& f : forces) h = mix(mix(mix(h ^ u32(f.men)) ^ u32(f.node)) ^ u32(f.morale));
        for (const Node& n : nodes) h = mix(mix(mix(h ^ u32(n.owner)) ^ u32(n.store)) ^ u32(n.loyalty));
        digest = h;
    }
};

int main(int argc, char** argv)
{
    int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
    u32 batch = 0, digests[3] = {};
    std::vector<double> usPerDay;
    double all = 0;
    for (int r = 0; r < runs; r++)
    {
        auto began = std::chrono::steady_clock::now();
        u32 h = Campaign(r).play();
        double us = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count();
        batch = mix(batch ^ h);
        if (r < 3) digests[r] = h;
        all += us;
        usPerDay.push_back(us / Days);
    }
    std::sort(usPerDay.begin(), usPerDay.end());
    std::printf("{\"runs\":%d,\"digest\":\"%08x\",\"first\":[\"%08x\",\"%08x\",\"%08x\"],\"usPerDay\":%.4f,\"runsPerSecond\":%.2f}\n",
                runs, batch, digests[0], digests[1], digests[2], usPerDay[runs / 2], runs * 1e6 / all);
}
