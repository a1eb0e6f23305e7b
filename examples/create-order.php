<?php
// Takes an order and marks it as paid; receive-notification.php hears of both. Run: php create-order.php
// Needs PHP with its curl extension.

// Put your own values here; the environment variables are for trying it out.
$url   = getenv('BILLKEEP_URL')   ?: 'http://username.localhost:8080'; // http://LOGIN.HOST
$login = getenv('BILLKEEP_LOGIN') ?: 'username';
$key   = getenv('BILLKEEP_KEY')   ?: 'the API key of the shop';
$email = getenv('BILLKEEP_EMAIL') ?: 'buyer@example.com';

$order = call('CreateOrder', [
    'goods' => [
        ['good_name' => 'bread'],                       // at the price of the shop's settings
        ['good_name' => 'club', 'good_sum' => '590.00'],
    ],
    'bill_email' => $email,
    'bill_first_name' => 'Anna',
    'bill_surname' => 'Ivanova',
]);
echo "Order $order->bill_id is taken.\n";

call('UpdateOrderStatus', ['bill_id' => $order->bill_id, 'status' => 'paid', 'date' => time()]);
echo "Order $order->bill_id is paid.\n";

/** Signs and sends one call, and checks that whoever answers knows the key, too. */
function call(string $function, array $send): object|array
{
    global $url, $login, $key;
    $send['hash'] = md5(http_build_query($send) . "::$login::$key");
    $answer = post("$url/api/$function", $send);
    if (!hash_equals(md5("$answer->error_code::$answer->error_text::$key"), $answer->hash)) {
        fail('The answer is not from the shop: wrong key, or a forged answer.');
    }
    // 601: the same order is there already, and waits to be paid; the answer has its number.
    if ($answer->error_code !== 0 && $answer->error_code !== 601) {
        fail("Error $answer->error_code: $answer->error_text");
    }
    return $answer->result;
}

function post(string $url, array $send): object
{
    $curl = curl_init($url);
    curl_setopt($curl, CURLOPT_POST, true);
    curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($send));
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    curl_setopt($curl, CURLOPT_TIMEOUT, 30);
    $body = curl_exec($curl);
    if ($body === false) {
        fail('No answer: ' . curl_error($curl));
    }
    $answer = json_decode($body);
    if (!isset($answer->error_code, $answer->error_text, $answer->hash)) {
        fail("This is no answer of the order API: $body");
    }
    return $answer;
}

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
