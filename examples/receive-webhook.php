<?php
// Hears what happens to orders and products: put it where PHP runs, and add its address as an endpoint (docs/using/webhooks.md).
// To try it out: BILLKEEP_WEBHOOK_SECRET=whsec_… php -S localhost:8000 receive-webhook.php

// Put your own value here; the environment variable is for trying it out.
$secret = getenv('BILLKEEP_WEBHOOK_SECRET') ?: 'whsec_…';

// Checked is what was sent, to the byte: parse it afterwards.
$body = file_get_contents('php://input');
$id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
$timestamp = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
$key = base64_decode(preg_replace('/^whsec_/', '', $secret));
$expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));

$isGenuine = false;
// While the secret is being rotated there are two.
foreach (explode(' ', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $signature) {
    $isGenuine = hash_equals($expected, $signature) || $isGenuine;
}
if (!$isGenuine || abs(time() - (int) $timestamp) > 300) {
    http_response_code(403);
    error_log('Refused: wrong secret, too old, or forged.');
    exit('This webhook is not from the shop: wrong secret, too old, or forged.');
}

// A webhook can come twice: do your work once for each id, as in a table of your database in which it is unique.
$event = json_decode($body, true);
error_log("$event[type] {$event['data']['number']}");
