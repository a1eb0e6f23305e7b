<?php
// A customer's orders: curl, http_build_query and md5, as most scripts have it.
[, $address, $host, $login, $key, $email] = $argv;

$data = ['email' => $email, 'pay_status' => $argv[6] ?? null];
$data['hash'] = md5(http_build_query($data) . '::' . $login . '::' . $key);

$ch = curl_init();
curl_setopt($ch, CURLOPT_URL, "http://$address/api/GetBills");
curl_setopt($ch, CURLOPT_HTTPHEADER, ["Host: $host"]);
curl_setopt($ch, CURLOPT_POST, true);
curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query($data));
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
$answer = curl_exec($ch);
if ($answer === false) {
    fwrite(STDERR, curl_error($ch) . "\n");
    exit(1);
}

$answer = json_decode($answer);
if ($answer->hash !== md5("$answer->error_code::$answer->error_text::$key")) {
    echo json_encode(['genuine' => false]);
    exit;
}
echo json_encode([
    'genuine' => true,
    'code' => $answer->error_code,
    'text' => $answer->error_text,
    'orders' => $answer->result,
]);
