<?php
// A customer's orders without curl: file_get_contents with a stream context, over HTTP/1.0.
class OrderApi
{
    public function __construct(
        private string $address,
        private string $host,
        private string $login,
        private string $key,
    ) {
    }

    public function call(string $function, array $parameters): array
    {
        $parameters['hash'] = md5(http_build_query($parameters) . '::' . $this->login . '::' . $this->key);
        $context = stream_context_create(['http' => [
            'method' => 'POST',
            'protocol_version' => 1.0,
            'header' => "Host: {$this->host}\r\nContent-type: application/x-www-form-urlencoded\r\n",
            'content' => http_build_query($parameters),
            'follow_location' => 0,
        ]]);
        $answer = json_decode(file_get_contents("http://{$this->address}/api/$function", false, $context), true);
        $expected = md5($answer['error_code'] . '::' . $answer['error_text'] . '::' . $this->key);
        if (!hash_equals($expected, $answer['hash'])) {
            throw new UnexpectedValueException('The answer is forged.');
        }
        return $answer;
    }
}

[, $address, $host, $login, $key, $email] = $argv;
try {
    $parameters = ['email' => $email] + (isset($argv[6]) ? ['pay_status' => $argv[6]] : []);
    $answer = (new OrderApi($address, $host, $login, $key))->call('GetBills', $parameters);
    echo json_encode([
        'genuine' => true,
        'code' => $answer['error_code'],
        'text' => $answer['error_text'],
        'orders' => $answer['result'],
    ]);
} catch (UnexpectedValueException $e) {
    echo json_encode(['genuine' => false]);
}
