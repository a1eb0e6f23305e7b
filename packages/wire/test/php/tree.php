<?php
// A form as JSON can carry it: pairs in order, keys and values in base64.

function tree(array $form): array
{
    $pairs = [];
    foreach ($form as $key => $value) {
        $pairs[] = [base64_encode((string) $key), is_array($value) ? tree($value) : base64_encode($value)];
    }
    return $pairs;
}
