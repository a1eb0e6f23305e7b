<?php
// Hands curl the array itself, which makes it send multipart/form-data.
[, $address, $host, $login, $key, $email] = $argv;

$fields = ['email' => $email];
if (isset($argv[6])) {
    $fields['pay_status'] = $argv[6];
}
$fields['hash'] = md5(http_build_query($fields) . "::{$login}::{$key}");

$ch = curl_init("http://$address/api/getbills/");
curl_setopt($ch, CURLOPT_HTTPHEADER, ["Host: $host"]);
curl_setopt($ch, CURLOPT_POSTFIELDS, $fields);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, 1);
$raw = curl_exec($ch);
if ($raw === false) {
    fwrite(STDERR, curl_error($ch) . "\n");
    exit(1);
}

$r = json_decode($raw);
$out = ['genuine' => md5("{$r->error_code}::{$r->error_text}::{$key}") == $r->hash];
if ($out['genuine']) {
    $out += ['code' => $r->error_code, 'text' => $r->error_text, 'orders' => $r->result];
}
echo json_encode($out);
