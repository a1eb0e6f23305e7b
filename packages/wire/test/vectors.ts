// The test vectors of protocol section 15, made with PHP 8.2.

export const login = 'alice'
export const key = 'demo-key-#1=[%]-0123456789abcdef'

/** What PHP's `http_build_query` gives for each request, and the request's hash. */
export const requests = {
  V1: { query: '', hash: '6949713fc3277a16877dfe248ad8ddcc' },
  V2: { query: 'email=test%40example.com&pay_status=paid', hash: 'ba9b970a5f1203598fb32367e79834c0' },
  V3: { query: 'bill_id=102937&good_info=1', hash: '885e5b18f6eb69a85ad6911512f63b97' },
  V4: {
    query: [
      'goods%5B0%5D%5Bgood_name%5D=course&goods%5B0%5D%5Bgood_sum%5D=1500&goods%5B1%5D%5Bgood_name%5D=ebook',
      'bill_first_name=%D0%90%D0%BD%D0%BD%D0%B0+%28%D1%82%D0%B5%D1%81%D1%82%29&bill_email=a%7Eb%2Bc%40example.com',
      'bill_phone=%2B7%28900%29000-00-00&bill_address=1+Main+St.%2C+5%2A2+%27x%27&bill_timer_kill=0&bill_comment=',
      'utm%5Butm_medium%5D=cpc&utm%5Butm_source%5D=news+letter',
    ].join('&'),
    hash: '1d80e2c28d3012aea080bd289be0c6b6',
  },
  V5: {
    query: ['begin_date=01.01.2024&end_date=31.01.2024&paid=1', 'goods%5B0%5D=1&goods%5B1%5D=2&goods%5B2%5D=3'].join(
      '&',
    ),
    hash: '2f6e2af76089560f8ef73e49b598faaa',
  },
  V8: {
    query: 'goods%5B1%5D%5Bgood_name%5D=b&goods%5B0%5D%5Bgood_name%5D=a&bill_email=x%40example.com',
    hash: '73eb8926d1ffd51db0fe915be9588d73',
  },
} as const

/** V6: signed in PHP's form, but written with `%20` and `~`. Only candidate B matches. */
export const signedAsPhp = {
  body: [
    'bill_email=a~b%40example.com&bill_first_name=Anna%20Maria&goods%5B0%5D%5Bgood_name%5D=course',
    'hash=6637ccba78053267ff1ac5ba10720e0c',
  ].join('&'),
  hash: '6637ccba78053267ff1ac5ba10720e0c',
} as const

/** V7: signed as sent, with `~`. Only candidates A and C match. */
export const signedAsSent = {
  body: 'email=a~b%40example.com&hash=71d897dd7229b8486adc5de37c6796ef',
  hash: '71d897dd7229b8486adc5de37c6796ef',
} as const

export const parserLine = {
  body: 'a.b=1&c d=2&e[f]=3&e[g]=4&h=5&e[i]=6&x[]=1&x[]=2&y[3]=a&y[1]=b&z[=1&q%5Bw%5D=5',
  query: [
    'a_b=1&c_d=2&e%5Bf%5D=3&e%5Bg%5D=4&e%5Bi%5D=6&h=5&x%5B0%5D=1&x%5B1%5D=2&y%5B3%5D=a&y%5B1%5D=b&z_=1',
    'q%5Bw%5D=5',
  ].join('&'),
} as const

export const replies = [
  { code: 0, text: 'OK', key, hash: 'b33e7f2ea531771cbb50f3fddb65d8e0' },
  { code: 4, text: 'Incorrect hash', key, hash: 'ebe8a3b898e445060adf3e653e23a18a' },
  { code: 400, text: 'Order not found', key, hash: '0ef630ffae717c2cd03dbb9ceebddc15' },
  { code: 5, text: 'Invalid user name', key: '', hash: 'ca1d0e11a47db2f77cca68545d853090' },
] as const
