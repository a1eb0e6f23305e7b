<?php
// Reads and writes forms for the tests: a job a line in JSON on standard input, its result a line on standard output.
//   {"read": [body, …]}   → [[tree, query], …]   by parse_str and http_build_query; bytes in base64
//   {"write": [data, …]}  → [query, …]           by http_build_query

require __DIR__ . '/tree.php';

while (($line = fgets(STDIN)) !== false) {
    $job = json_decode($line, true, flags: JSON_THROW_ON_ERROR);
    $results = isset($job['read']) ? array_map(read(...), $job['read']) : array_map(write(...), $job['write']);
    echo json_encode($results), "\n";
}

function read(string $body): array
{
    parse_str(base64_decode($body), $form);
    return [tree($form), base64_encode(http_build_query($form))];
}

function write(array $data): string
{
    return base64_encode(http_build_query($data));
}
