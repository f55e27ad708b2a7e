# SPDX-License-Identifier: GPL-3.0-or-later
"""A Prometheus as a picture needs one: four series that are the same at every time of day, in a busy incident or less than that."""
import http.server
import json
import math
import threading
import urllib.parse

PORT = 39090  # stands in pictures
NAME = "shop"
SOURCE = {"name": NAME, "kind": "prometheus", "address": f"http://localhost:{PORT}"}
BAD = 540  # seconds before the end at which it begins

QUERIES = [
    {"source": NAME, "query": "rate(checkout_errors_total[1m])", "unit": "/s", "threshold": 5},
    {"source": NAME, "query": "checkout_latency_seconds{quantile=\"0.95\"}", "unit": "s", "threshold": 1},
    {"source": NAME, "query": "sum(checkout_requests_per_second)", "unit": "/s"},
    {"source": NAME, "query": "database_pool_connections", "unit": ""},
]


# What an alert of the pictures comes from, and how it was a day and a week before; it fired at this time of the three days before.
RULE = {"name": "CheckoutErrors", "query": "checkout_error_percent > 5", "duration": 60, "labels": {"severity": "page"}, "annotations": {},
        "alerts": [], "health": "ok", "type": "alerting", "state": "firing"}
DAY = 86400


def trend(start, end, step, now):
    """Errors of one service up to `end`: bad for ten minutes now, a peak yesterday, nothing a week ago."""
    steps = int((end - start) // step)
    days = round((now - end) / DAY)
    made = []
    for i in range(steps + 1):
        at = start + i * step
        level = 42 if days == 0 and at > now - 660 else 9 if days == 1 and abs(at - (end - 5400)) < 900 else 0.8
        made.append([at, f"{level * (1 + 0.08 * math.sin(at / 240) + 0.05 * math.sin(at / 23)):.4f}"])
    return [{"metric": {"service": "checkout-eu"}, "values": made}]


def firings(start, end, step, now):
    values = [[start + i * step, "1"] for i in range(int((end - start) // step) + 1)
              if any(now - days * DAY - 300 < start + i * step < now - days * DAY + 600 for days in (1, 2, 3))]
    return [{"metric": {"alertname": "CheckoutErrors", "alertstate": "firing", "service": "checkout-eu"}, "values": values}]


def value(row, number, at, end):
    bad = 1.0 if at > end - BAD else 0.0
    wave = math.sin(at / 300 + number) + 0.3 * math.sin(at / 17 + 2 * number)
    usual, more = [(0.4, 40), (0.18, 2.4), (410, -190), (31, 66)][row]
    return usual * (1 + 0.06 * wave) + bad * more * (1 + 0.05 * wave + 0.1 * number)


def series(query, start, end, step, last):
    row = next((i for i, each in enumerate(QUERIES) if each["query"] == query), None)
    if row is None:
        return []
    made = []
    for number, pod in enumerate(("a", "b") if row == 0 else (None,)):
        labels = {"pod": pod} if pod else {} if "(" in query else {"__name__": query.split("{")[0], "job": "shop"}
        steps = int((min(end, last) - start) // step)
        gap = range(steps // 3, steps // 3 + 12) if row == 1 else ()
        values = [[start + i * step, f"{value(row, number, start + i * step, end):.4f}"] for i in range(steps + 1) if i not in gap]
        if values:
            made.append({"metric": labels, "values": values})
    return made


class Prometheus:
    """`what`: "busy", "empty", "stale" (nothing of the last ten minutes), "trend" (of an alert), or "away" (nobody listens)."""

    def __init__(self, what, now=0):
        self.what = what
        self.now = now  # seconds; the time that stands
        self.server = None

    def __enter__(self):
        if self.what not in (None, "away"):
            what, now = self.what, self.now

            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    asked = {key: values[0] for key, values in urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).items()}
                    data = {"groups": [{"name": "shop", "file": "shop.yml", "interval": 15, "rules": [RULE]}]}
                    if "query" in asked:
                        start, end, step = (float(asked[key]) for key in ("start", "end", "step"))
                        last = end - 600 if what == "stale" else end
                        if what == "trend":
                            result = (firings if asked["query"].startswith("ALERTS") else trend)(start, end, step, now)
                        else:
                            result = [] if what == "empty" else series(asked["query"], start, end, step, last)
                        data = {"resultType": "matrix", "result": result}
                    body = json.dumps({"status": "success", "data": data}).encode()
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

                def log_message(self, *_):
                    pass

            self.server = http.server.ThreadingHTTPServer(("localhost", PORT), Handler)
            threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.shutdown()
            self.server.server_close()
