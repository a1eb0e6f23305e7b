/** From the language of 1C, as far as the recipe uses it, to JavaScript: both take Cyrillic names. */

/** Line by line, as the recipe has a statement a line; the first that fits counts. */
const statements: readonly (readonly [RegExp, string])[] = [
  [/^Функция (\S+\(.*\))(?: Экспорт)?$/, 'function $1 {'],
  [/^Если (.*) Тогда$/, 'if ($1) {'],
  [/^ИначеЕсли (.*) Тогда$/, '} else if ($1) {'],
  [/^Пока (.*) Цикл$/, 'while ($1) {'],
  [/^Для Каждого (\S+) Из (.*) Цикл$/, 'for (var $1 of $2) {'],
  [/^Конец(?:Функции|Если;|Цикла;)$/, '}'],
  [/^Возврат (.*);$/, 'return $1;'],
  [/^ВызватьИсключение (.*);$/, 'throw new Error($1);'],
  [/^([^\s.(]+) = (.*);$/, 'var $1 = $2;'],
  [/^(.*\));$/, '$1;'],
  [/^(\/\/.*)?$/, '$1'],
]

/** Throws where a line is none of those: then the recipe or this has to change. */
export function javaScriptOf(module: string): string {
  return module
    .split('\n')
    .map((line) => statementOf(line.trim()))
    .join('\n')
}

function statementOf(line: string): string {
  const found = statements.find(([pattern]) => pattern.test(line))
  if (found === undefined) throw new Error(`«${line}» is no statement that is known here.`)
  const [pattern, replacement] = found
  const isCondition = /^(?:Иначе)?Если |^Пока /.test(line)
  return expressionOf(line.replace(pattern, replacement), isCondition)
}

/** Texts stay as they are. */
function expressionOf(line: string, isCondition: boolean): string {
  return line
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => {
      if (index % 2 === 1) return part
      const compared = isCondition ? part.replaceAll(/(?<![<>]) = /g, ' === ') : part
      return compared
        .replaceAll('<>', '!==')
        .replaceAll(/(?<=, )(?=,)/g, 'undefined')
        .replaceAll(/(?<!\p{L})Новый(?!\p{L})/gu, 'new')
        .replaceAll(/(?<!\p{L})Истина(?!\p{L})/gu, 'true')
        .replaceAll(/(?<!\p{L})Неопределено(?!\p{L})/gu, 'undefined')
    })
    .join('')
}
