"""Takes an order over API v1, records its payment and lists the customer's orders. Run: python3 api-v1.py (Python 3.9 or newer)."""

import json
import os
import sys
import uuid
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

# Put your own values here; the environment variables are for trying it out.
URL = os.environ.get("BILLKEEP_URL", "http://localhost:8080")
TOKEN = os.environ.get("BILLKEEP_TOKEN", "a token with the scope orders:write")
EMAIL = os.environ.get("BILLKEEP_EMAIL", "buyer@example.com")


def call(method: str, path: str, body: "dict | None" = None) -> dict:
    """One call. A change carries a key of its own, so that sending it again does nothing twice."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    if body is not None:
        headers |= {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    data = None if body is None else json.dumps(body).encode()
    request = Request(f"{URL}/v1{path}", data, headers, method=method)
    for attempt in (1, 2, 3):
        try:
            with urlopen(request, timeout=30) as response:
                return answer_in(response.read())
        except HTTPError as error:
            if error.code < 500 or attempt == 3:
                sys.exit(f"Refused ({error.code}): {reason_in(error.read())}")
        except URLError as error:
            if attempt == 3:
                sys.exit(f"No answer: {error.reason}")
    raise AssertionError


def answer_in(body: bytes) -> dict:
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    # The old API at a wrong address would have an error_code.
    if not isinstance(answer, dict) or "error_code" in answer:
        sys.exit("This is no answer of API v1. Is the address right?")
    return answer


def reason_in(body: bytes) -> str:
    problem = answer_in(body)
    return problem.get("detail") or problem.get("title")


def every(path: str, **conditions: str):
    """All entries of a list, page by page."""
    cursor = None
    while True:
        page = call("GET", f"{path}?{urlencode(conditions | ({'cursor': cursor} if cursor else {}))}")
        yield from page["data"]
        cursor = page["next_cursor"]
        if cursor is None:
            return


order = call("POST", "/orders", {"email": EMAIL, "first_name": "Anna", "items": [{"product": "bread"}]})
print(f"Order {order['number']} is taken.")

order = call("POST", f"/orders/{order['number']}/pay", {"method": "card"})
print(f"Order {order['number']} is {order['status']}.")

for order in every("/orders", email=EMAIL, sort="number", limit="2"):
    # Sums are whole numbers of hundredths.
    print(f"{order['number']}: {order['status']}, {order['total'] / 100:.2f} {order['currency']}")
