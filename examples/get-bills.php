<?php
// Prints a customer's orders and the products in them. Run: php get-bills.php
// Needs PHP with its curl extension.

// Put your own values here; the environment variables are for trying it out.
$url   = getenv('BILLKEEP_URL')   ?: 'http://username.localhost:8080'; // http://LOGIN.HOST
$login = getenv('BILLKEEP_LOGIN') ?: 'username';
$key   = getenv('BILLKEEP_KEY')   ?: 'the API key of the shop';
$email = getenv('BILLKEEP_EMAIL') ?: 'buyer@example.com';

$send = ['email' => $email];
$send['hash'] = md5(http_build_query($send) . "::$login::$key");

$answer = post("$url/api/GetBills", $send);

// Whoever answers has to know the key, too.
if (!hash_equals(md5("$answer->error_code::$answer->error_text::$key"), $answer->hash)) {
    fail('The answer is not from the shop: wrong key, or a forged answer.');
}
if ($answer->error_code !== 0) {
    fail("Error $answer->error_code: $answer->error_text");
}

foreach ($answer->result as $order => $products) {
    echo "Order $order\n";
    foreach ($products as $product => $good) {
        echo "  $product  $good->good_name  $good->good_title\n";
    }
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

function fail(string $message): void
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
