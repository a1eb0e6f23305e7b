"""A customer's orders with nothing but the standard library. urlencode leaves ~ as it is; that is what gets signed."""

import hashlib
import json
import sys
import urllib.parse
import urllib.request

address, host, login, key, email, *status = sys.argv[1:]


def md5(text):
    return hashlib.md5(text.encode("utf-8")).hexdigest()


def call(function, params):
    body = urllib.parse.urlencode(params)
    signature = md5(f"{body}::{login}::{key}")
    body = f"{body}&hash={signature}" if body else f"hash={signature}"
    request = urllib.request.Request(f"http://{address}/api/{function}", body.encode("ascii"), {"Host": host})
    with urllib.request.urlopen(request, timeout=10) as response:
        answer = json.load(response)
    if md5(f"{answer['error_code']}::{answer['error_text']}::{key}") != answer["hash"]:
        raise ValueError("forged answer")
    return answer


params = {"email": email}
if status:
    params["pay_status"] = status[0]
try:
    answer = call("GetBills", params)
except ValueError:
    print(json.dumps({"genuine": False}))
else:
    print(
        json.dumps(
            {
                "genuine": True,
                "code": answer["error_code"],
                "text": answer["error_text"],
                "orders": answer["result"],
            }
        )
    )
