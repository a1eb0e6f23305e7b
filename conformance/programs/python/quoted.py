"""Quotes by hand, so a space is %20 and ~ stays; signs exactly that, and writes the hash in capitals."""

import http.client
import json
import sys
from hashlib import md5
from urllib.parse import quote

address, host, login, key, email = sys.argv[1:6]
pairs = [("email", f" {email}")] + [("pay_status", status) for status in sys.argv[6:7]]
query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)
signature = md5("::".join([query, login, key]).encode()).hexdigest().upper()

connection = http.client.HTTPConnection(address, timeout=10)
connection.request(
    "POST",
    "/api/GETBILLS",
    f"hash={signature}&{query}",
    {"Host": host, "Content-Type": "application/x-www-form-urlencoded", "Connection": "close"},
)
answer = json.loads(connection.getresponse().read().decode("utf-8"))
connection.close()

expected = md5(f"{answer['error_code']}::{answer['error_text']}::{key}".encode()).hexdigest()
if answer["hash"] == expected:
    print(json.dumps({"genuine": True, "code": answer["error_code"], "text": answer["error_text"], "orders": answer["result"]}))
else:
    print('{"genuine": false}')
