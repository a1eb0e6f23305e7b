"""Prints a customer's orders and the products in them. Run: python3 get-bills.py (Python 3.9 or newer, no packages)."""

import hmac
import json
import os
import sys
from hashlib import md5
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

# Put your own values here; the environment variables are for trying it out.
URL = os.environ.get("BILLKEEP_URL", "http://localhost:8080/@username")  # or http://LOGIN.HOST
LOGIN = os.environ.get("BILLKEEP_LOGIN", "username")
KEY = os.environ.get("BILLKEEP_KEY", "the API key of the shop")
EMAIL = os.environ.get("BILLKEEP_EMAIL", "buyer@example.com")


def call(function: str, fields: dict[str, str]) -> dict:
    """Signs and sends one call, and checks that whoever answers knows the key, too."""
    query = urlencode(fields)
    body = f"{query}&hash={md5_hex(f'{query}::{LOGIN}::{KEY}')}"
    try:
        with urlopen(f"{URL}/api/{function}", body.encode(), timeout=30) as response:
            answer = json.load(response)
    except URLError as error:
        sys.exit(f"No answer: {error.reason}")
    except ValueError:
        sys.exit("This is no answer of the order API.")
    expected = md5_hex(f"{answer['error_code']}::{answer['error_text']}::{KEY}")
    if not hmac.compare_digest(expected, answer["hash"]):
        sys.exit("The answer is not from the shop: wrong key, or a forged answer.")
    if answer["error_code"] != 0:
        sys.exit(f"Error {answer['error_code']}: {answer['error_text']}")
    return answer["result"]


def md5_hex(text: str) -> str:
    return md5(text.encode()).hexdigest()


for order, products in call("GetBills", {"email": EMAIL}).items():
    print(f"Order {order}")
    for product, good in products.items():
        print(f"  {product}  {good['good_name']}  {good['good_title']}")
