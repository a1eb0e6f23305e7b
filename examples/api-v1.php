<?php
// Takes an order over API v1, records its payment and lists the customer's orders. Run: php api-v1.php
// Needs PHP with its curl extension.

// Put your own values here; the environment variables are for trying it out.
$url   = getenv('BILLKEEP_URL')   ?: 'http://localhost:8080';
$token = getenv('BILLKEEP_TOKEN') ?: 'a token with the scope orders:write';
$email = getenv('BILLKEEP_EMAIL') ?: 'buyer@example.com';

$order = call('POST', '/orders', ['email' => $email, 'first_name' => 'Anna', 'items' => [['product' => 'bread']]]);
echo "Order $order->number is taken.\n";

$order = call('POST', "/orders/$order->number/pay", ['method' => 'card']);
echo "Order $order->number is $order->status.\n";

foreach (every('/orders', ['email' => $email, 'sort' => 'number', 'limit' => 2]) as $order) {
    // Sums are whole numbers of hundredths.
    printf("%d: %s, %.2f %s\n", $order->number, $order->status, $order->total / 100, $order->currency);
}

/** All entries of a list, page by page. */
function every(string $path, array $conditions): Generator
{
    $cursor = null;
    do {
        $page = call('GET', "$path?" . http_build_query($conditions + ['cursor' => $cursor])); // null is left out
        yield from $page->data;
        $cursor = $page->next_cursor;
    } while ($cursor !== null);
}

/** One call. A change carries a key of its own, so that sending it again does nothing twice. */
function call(string $method, string $path, ?array $body = null): object
{
    global $url, $token;
    $headers = ["Authorization: Bearer $token"];
    if ($body !== null) {
        $headers[] = 'Content-Type: application/json';
        $headers[] = 'Idempotency-Key: ' . bin2hex(random_bytes(16));
    }
    for ($attempt = 1; $attempt <= 3; $attempt++) {
        $curl = curl_init("$url/v1$path");
        curl_setopt($curl, CURLOPT_CUSTOMREQUEST, $method);
        curl_setopt($curl, CURLOPT_HTTPHEADER, $headers);
        curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($curl, CURLOPT_TIMEOUT, 30);
        if ($body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body, JSON_THROW_ON_ERROR));
        }
        $text = curl_exec($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($text !== false && $status < 500) {
            break;
        }
    }
    if ($text === false) {
        fail('No answer: ' . curl_error($curl));
    }
    $answer = json_decode($text);
    // The old API at a wrong address would have an error_code.
    if (!is_object($answer) || isset($answer->error_code)) {
        fail('This is no answer of API v1. Is the address right?');
    }
    if ($status >= 400) {
        fail("Refused ($status): " . ($answer->detail ?? $answer->title));
    }
    return $answer;
}

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
