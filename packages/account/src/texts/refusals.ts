/**
 * What the server says when it refuses, in Russian; the English sentence is the key. Where one is not here, it is shown as it
 * came. A name in braces stands for what is told; a test looks whether the server still says each of them.
 */
export const refusals: Readonly<Record<string, string>> = {
  '«{field}» is missing.': 'Не заполнено «{field}».',
  '«{field}» is not known here.': 'Поле «{field}» здесь неизвестно.',
  '«{field}» is not written as it should be.': '«{field}»: неверный формат.',
  '«{field}» must be a text.': '«{field}» — это текст.',
  '«{field}» must be a number.': '«{field}» — это число.',
  '«{field}» must be a whole number.': '«{field}» — это целое число.',
  '«{field}» must be a whole number from 1 on.': '«{field}» — это целое число, начиная с 1.',
  '«{field}» must be a time like {example}.': '«{field}» — это время вида {example}.',
  '«{field}» must be a day like {example}.': '«{field}» — это день вида {example}.',
  '«{field}» must be in the years 0000 to 9999 of UTC.': '«{field}»: год от 0000 до 9999.',
  '«{field}» must be an e-mail address.': '«{field}» — это не адрес эл. почты.',
  '«{field}» must be above 0.': '«{field}» должно быть больше 0.',
  '«{field}» must be one of {choices}.': '«{field}» может быть одним из: {choices}.',
  '«{field}» must have at least {count} characters.': '«{field}»: не меньше знаков, чем {count}.',
  '«{field}» must have at least 1 character.': '«{field}» не может быть пустым.',
  '«{field}» must have at most 1 character.': '«{field}»: не больше одного знака.',
  '«{field}» must have at most {count} characters.': '«{field}»: не больше знаков, чем {count}.',
  '«{field}» must have at least 1 entry.': '«{field}»: нужна хотя бы одна запись.',
  '«{field}» must have at least {count} entries.': '«{field}»: записей не меньше, чем {count}.',
  '«{field}» must have at most 1 entry.': '«{field}»: не больше одной записи.',
  '«{field}» must have at most {count} entries.': '«{field}»: не больше записей, чем {count}.',
  '«{field}» must be at least {count}.': '«{field}» не может быть меньше {count}.',
  '«{field}» must be at most {count}.': '«{field}» не может быть больше {count}.',
  '«{field}» must be a percentage from 0 to 100 with at most two decimals, like 12.5.':
    '«{field}» — процент от 0 до 100, не больше двух знаков после запятой, например 12,5.',
  '«{field}» must have either an amount or a percentage above zero.':
    '«{field}»: либо сумма, либо процент больше нуля.',
  '«{field}» must have names of at most 64 letters, digits and «_», no digit first.':
    '«{field}»: имя — не больше 64 латинских букв, цифр и «_», первой не цифра.',
  '«{field}» must be in the future.': '«{field}» должно быть в будущем.',
  '«{field}» counts for an order that is paid or returned; this one is to be taken as {status}.':
    '«{field}» — только для оплаченного или возвращённого заказа, а этот {status}.',
  '«{field}» counts for an order that waits for payment; this one is to be taken as {status}.':
    '«{field}» — только для заказа, который ожидает оплаты, а этот {status}.',
  '«until» must not be before «from».': 'Конец не может быть раньше начала.',
  'The character U+0000, and half of a pair of surrogates, cannot be part of a text.':
    'В тексте есть знак, который нельзя сохранить: U+0000 или половина суррогатной пары.',

  'There is no order {number}.': 'Заказа {number} в этом магазине нет.',
  'There is no order of {email}.': 'Заказов на {email} нет.',
  'There is no product «{name}».': 'Товара «{name}» нет.',
  'There is no partner «{login}».': 'Партнёра «{login}» нет.',
  'There is no coupon «{code}».': 'Купона «{code}» нет.',
  'There is no token {number}.': 'Токена {number} нет.',
  'There is no webhook endpoint {number}.': 'Вебхука {number} нет.',
  'There is no delivery «{id}».': 'Доставки «{id}» нет.',
  'There is no open invitation «{id}». It may have been used or have expired.':
    'Этого приглашения больше нет: им воспользовались, или оно истекло.',
  'Nobody «{user}» belongs to this shop.': 'Этого человека в магазине уже нет.',

  'There is a product «{name}» already.': 'Товар «{name}» уже есть.',
  'There is a partner «{login}» already.': 'Партнёр «{login}» уже есть.',
  'There is a coupon «{code}» already.': 'Купон «{code}» уже есть.',
  '«{email}» belongs to this shop already.': '«{email}» уже в этом магазине.',
  'The shop would have no owner left. Make somebody else an owner first.':
    'В магазине не останется владельца. Сначала сделайте владельцем кого-то ещё.',
  'The shop has {count} webhook endpoints, which is the most.': 'В магазине {count} вебхуков, больше нельзя.',
  'Webhook endpoint {number} is disabled. Enable it first.': 'Вебхук {number} выключен. Сначала включите его.',
  'The endpoint of delivery {id} is disabled, or gone.': 'Вебхук доставки {id} выключен или удалён.',
  'There is no address to tell that an order is {status}.': 'Нет адреса, на который сообщать об этом событии.',
  'Order {number} is {status} and cannot be paid.': 'Заказ {number} {status}: отметить оплату нельзя.',
  'Order {number} is {status} and cannot be cancelled.': 'Заказ {number} {status}: отменить его нельзя.',
  'Order {number} is {status} and cannot be returned.': 'Заказ {number} {status}: оформить возврат нельзя.',
  'Order {number} is {status} and cannot be sent.': 'Заказ {number} {status}: отметить отправку нельзя.',
  'Order {number} is {status}.': 'Заказ {number} {status}.',
  'Together the items cost more than a sum can be.': 'Вместе товары стоят больше, чем может быть сумма.',
  'There are physical products, so a name and an address are needed.':
    'Среди товаров есть физические, поэтому нужны имя и адрес.',
  'A coupon takes off either a percentage or an amount.': 'Купон даёт скидку либо в процентах, либо суммой.',
  'The coupon would end before it begins.': 'Купон закончился бы раньше, чем начался.',
  "A coupon's code has 1 to {count} printable characters.": 'Код купона — от 1 до {count} печатных знаков.',
  "A product's title has 1 to {count} printable characters.": 'Название товара — от 1 до {count} печатных знаков.',
  "«{name}» cannot be a product's name: take 1 to {count} printable characters, and no comma.":
    '«{name}» не может быть именем товара: от 1 до {count} печатных знаков, без запятой.',
  "«{login}» cannot be a partner's login: take 1 to {count} printable characters, and no space or comma.":
    '«{login}» не может быть логином партнёра: от 1 до {count} печатных знаков, без пробела и запятой.',
  '«{url}» cannot be notified: it takes an http or https address of at most {count} characters, like {example}':
    '«{url}» не годится: нужен адрес http или https не длиннее {count} знаков, например {example}',
  '«{url}» is no address to pay at: it takes an http or https one of at most {count} characters, like {example}':
    '«{url}» не годится для оплаты: нужен адрес http или https не длиннее {count} знаков, например {example}',
  '«{word}» is nothing that can be filled in. There is {words}.': '«{word}» подставить нельзя. Можно: {words}.',
  'An endpoint needs an address, like {example}.': 'Вебхуку нужен адрес, например {example}.',
  'A description is one line of at most {count} characters.': 'Описание — одна строка не длиннее {count} знаков.',
  'Name at least one type of event, like {example}.': 'Выберите хотя бы одно событие.',
  "A token's name has 1 to {count} printable characters.": 'Имя токена — от 1 до {count} печатных знаков.',
  'Say what the token may do: it may do nothing yet.': 'Выберите, что токену можно: пока ему нельзя ничего.',
  'A title is one line of at most {count} characters.': 'Название — одна строка не длиннее {count} знаков.',
  '«{host}» is not a host name. Give it without scheme, port and path: {example}':
    '«{host}» — не имя хоста. Без схемы, порта и пути: {example}',
  '«{range}» is neither an address nor a range. Examples: {examples}':
    '«{range}» — не адрес и не диапазон. Примеры: {examples}',
  '«{name}» is not a time zone. Examples: {examples}': '«{name}» — не часовой пояс. Примеры: {examples}',
  '«{code}» is not a currency. Examples: {examples}': '«{code}» — не валюта. Примеры: {examples}',

  'Nobody is signed in any more.': 'Вы вышли. Войдите снова.',
  'You do not belong to a shop «{login}».': 'Магазин «{login}» вам больше не открыт.',
  'This needs the scope «{scope}».': 'Для этого нет права: {scope}.',
  'Try again in {seconds} s.': 'Слишком много запросов. Повторите через {seconds} с.',
  'Other files are being taken at the moment. Send it again in a few seconds.':
    'Сейчас принимаются другие файлы. Отправьте ещё раз через несколько секунд.',

  // Lines of an import.
  'is not JSON': 'это не JSON',
  'is not an object': 'это не объект JSON',
  'is not UTF-8 text, or longer than 4 MiB': 'это не текст в UTF-8, или строка длиннее 4 МиБ',
  'unknown field {field}': 'неизвестное поле {field}',
  '{field} is missing': 'нет поля {field}',
  '{field} must be an object': '{field} — это объект',
  '{field} must be a text': '{field} — это текст',
  '{field} must be a list': '{field} — это список',
  '{field} must be true or false': '{field} — это true или false',
  '{field} has more than 10,000 characters': '{field} длиннее 10 000 знаков',
  '{field} has a NUL character in it': 'в {field} есть знак NUL',
  '{field} has half of a pair of surrogates in it': 'в {field} есть половина суррогатной пары',
  '{field} must be a whole number from 1, of at most 14 digits': '{field} — целое число от 1, не больше 14 цифр',
  '{field} must be a sum in quotes like "1500.00"': '{field} — сумма в кавычках, например "1500.00"',
  '{field} must be a time with zone like "2026-01-31T18:00:00Z", or Unix seconds':
    '{field} — время с поясом, например "2026-01-31T18:00:00Z", или секунды Unix',
  '{field} must have 1 to 1,000 entries': '{field}: от 1 до 1000 записей',
  '{field} must have at most 1,000 entries': '{field}: не больше 1000 записей',
  '{field} must be one of {choices}': '{field} может быть одним из: {choices}',
  'email is not an e-mail address': 'email — это не адрес эл. почты',
  'cancel_at is only for an order that is waiting': 'cancel_at — только для заказа, который ожидает оплаты',
  'items cost more than {sum} together': 'товары вместе стоят больше, чем {sum}',
  'order {number} was deleted; «update» brings it back':
    'заказ {number} удалён; чтобы вернуть его, разрешите замену заказов',
  'order {number} is stored already with another {names}; «update» replaces it':
    'заказ {number} уже есть с другим содержимым ({names}); чтобы заменить его, разрешите замену заказов',

  // Why a notification or a webhook did not arrive.
  'answered {code} to {location}, which is not followed':
    'ответ {code} с переходом на {location}, по нему уведомления не идут',
  'answered {code}': 'ответ {code}',
  'no answer within {seconds} s': 'нет ответа за {seconds} с',
  'no answer': 'нет ответа',
  'the connection was refused': 'в соединении отказано',
  'the connection was closed before an answer': 'соединение закрыто до ответа',
  'there is no such host': 'такого хоста нет',
  'the name could not be looked up': 'имя хоста не удалось найти',
  'the host cannot be reached': 'хост недоступен',
  'the network cannot be reached': 'сеть недоступна',
  'stopped before an answer': 'остановлено до ответа',
  'the endpoint was deleted': 'вебхук удалён',
  'the endpoint is disabled': 'вебхук выключен',
  '{address} is not an address of the public internet; --allow-private-targets lets notifications go there':
    '{address} — не адрес в интернете; уведомления туда разрешает --allow-private-targets',
}

/** Words that are told as `{status}`. */
const words: Readonly<Record<string, string>> = {
  waiting: 'ожидает оплаты',
  paid: 'оплачен',
  cancelled: 'отменён',
  returned: 'возвращён',
}

interface Sentence {
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly russian: string
}

const sentences = Object.entries(refusals).map(([english, russian]): Sentence => {
  const names = Array.from(english.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
  const pattern = english
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
    .join('(.*?)')
  return { pattern: new RegExp(`^${pattern}$`, 's'), names, russian }
})

/** In Russian; as it came where nobody has said how. */
export function russianRefusal(english: string): string {
  for (const { pattern, names, russian } of sentences) {
    const told = pattern.exec(english)
    if (told !== null) {
      return russian.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = told[names.indexOf(name) + 1] ?? ''
        return name === 'status' ? (words[value] ?? value) : value
      })
    }
  }
  return english
}
