<?php
// Hears what happens to orders: put it where PHP runs, and give the shop its address (docs/using/notifications.md).
// To try it out: BILLKEEP_KEY=… php -S localhost:8000 receive-notification.php

// Put your own value here; the environment variable is for trying it out.
$key = getenv('BILLKEEP_KEY') ?: 'the API key of the shop';

$told = $_POST + ['id' => '', 'email' => '', 'created' => '', 'status' => '', 'paid' => '', 'hash' => ''];

// Only "created" and "cancelled" are signed with the time of creation, only "paid" has a time of payment.
$time = in_array($told['status'], ['new_order', 'cancel_order'], true) ? $told['created'] : $told['paid'];
if (!hash_equals(md5($told['id'] . $told['email'] . $time . $key), $told['hash'])) {
    http_response_code(403);
    error_log('Refused: wrong key, or a forged notification.');
    exit('This notification is not from the shop: wrong key, or a forged notification.');
}

$event = match ($told['status']) {
    'new_order' => 'created',
    'cancel_order' => 'cancelled',
    'moneyback' => 'returned',
    default => isset($told['prepayment_sum']) ? "prepaid with $told[prepayment_sum]" : "paid with $told[last_payment_sum]",
};

// Do your work here: once for each order and event, as a notification can come twice.
error_log("Order $told[id] of $told[email] is $event: " . implode(', ', array_column($told['items'], 'title')));
