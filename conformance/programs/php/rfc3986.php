<?php
// Signs what http_build_query gives by default, and sends what it gives by RFC 3986: %20 for a space, ~ as it is.
[, $address, $host, $login, $key, $email] = $argv;

$params = array_filter(['email' => " $email ", 'pay_status' => $argv[6] ?? ''], 'strlen');
$params['hash'] = md5(http_build_query($params) . '::' . $login . '::' . $key);
$body = http_build_query($params, '', '&', PHP_QUERY_RFC3986);

$curl = curl_init("http://$address/api/GetBills");
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_HTTPHEADER => ["Host: $host", 'Content-Type: application/x-www-form-urlencoded; charset=utf-8', 'User-Agent:'],
    CURLOPT_TIMEOUT => 10,
]);
$result = curl_exec($curl);
$info = curl_getinfo($curl);
if ($info['http_code'] != 200) {
    fwrite(STDERR, "HTTP {$info['http_code']}\n");
    exit(1);
}

$json = json_decode($result, true, 512, JSON_THROW_ON_ERROR);
$genuine = md5($json['error_code'] . '::' . $json['error_text'] . '::' . $key) === $json['hash'];
echo json_encode($genuine
    ? ['genuine' => true, 'code' => $json['error_code'], 'text' => $json['error_text'], 'orders' => $json['result']]
    : ['genuine' => false]);
