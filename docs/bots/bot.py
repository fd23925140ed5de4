"""A bot for one seat: python3 bot.py http://127.0.0.1:1140 GAME SEAT TOKEN [DAYS]. Each day it gives one order of those offered, and is ready."""
import json, random, sys, urllib.error, urllib.request

base, game, seat, token = sys.argv[1:5]
days = int(sys.argv[5]) if len(sys.argv) > 5 else 1000
path = f"{base.rstrip('/')}/api/games/{game}/seats/{seat}"

def ask(method, url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}, method=method)
    return urllib.request.urlopen(request)

def decide():
    verb = random.choice(json.load(ask("GET", path + "/orders")))
    chosen = {}
    for field in verb["fields"]:  # each field among what is offered beside those chosen before
        query = "&".join(f"{name}={value}" for name, value in chosen.items())
        offered = json.load(ask("GET", f"{path}/orders/{verb['verb']}?{query}"))["fields"]
        chosen[field["name"]] = random.choice(next(one["values"] for one in offered if one["name"] == field["name"]))
    print("order", json.load(ask("POST", path + "/orders", {"verb": verb["verb"], "args": chosen}))["order"], flush=True)
    ask("POST", path + "/ready", {})

for line in ask("GET", path + "/stream"):
    if line.startswith(b"event: ") and line.split()[1] in (b"view", b"day"):
        decide()
        days -= 1
    if line.startswith(b"event: ended") or days == 0:
        break
