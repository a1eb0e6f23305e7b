<?php
// Answers any POST with what PHP's own POST parser made of it: [[tree, query]]. PHP's built-in web server runs it.

require __DIR__ . '/tree.php';

echo json_encode([[tree($_POST), base64_encode(http_build_query($_POST))]]);
