/** What the recipe takes of the platform 1C, as its documentation describes it. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'

class Request {
  readonly path: string
  readonly headers = new Map<string, string>()
  body = ''
  readonly Заголовки = { Вставить: (name: string, value: string) => this.headers.set(name, value) }

  constructor(path: string) {
    this.path = path
  }

  УстановитьТелоИзСтроки(text: string, encoding: string, mark: string): void {
    if (encoding !== 'UTF-8' || mark !== 'no mark') throw new Error('The body has to be UTF-8 without a mark.')
    this.body = text
  }
}

interface Answer {
  readonly КодСостояния: number
  ПолучитьТелоКакСтроку(): string
}

/** Calls are made at once, as 1C makes them: so the server has to be another process. */
function connectionTo(port: number) {
  return class {
    constructor(...given: readonly unknown[]) {
      const [host, hostPort, , , , seconds, security] = given
      const isRight = host === 'shops.example.com' && hostPort === 443 && seconds === 30
      if (!isRight || !(security instanceof Security)) throw new Error('The connection is not what the page says.')
    }

    ВызватьHTTPМетод(method: string, { path, headers, body }: Request): Answer {
      const lines = [...headers].flatMap(([name, value]) => ['-H', `${name}: ${value}`])
      const data = body === '' ? [] : ['--data-binary', '@-']
      const args = ['-sS', '-g', '-X', method, ...lines, ...data, '-w', '\n%{http_code}']
      const out = execFileSync('curl', [...args, `http://127.0.0.1:${port}${path}`], { input: body, encoding: 'utf8' })
      const end = out.lastIndexOf('\n')
      return { КодСостояния: Number(out.slice(end + 1)), ПолучитьТелоКакСтроку: () => out.slice(0, end) }
    }

    ОтправитьДляОбработки(request: Request): Answer {
      return this.ВызватьHTTPМетод('POST', request)
    }
  }
}

class Security {
  readonly authorities: Authorities

  constructor(_client: undefined, authorities: unknown) {
    if (!(authorities instanceof Authorities)) throw new Error('Nobody would check the certificate of the server.')
    this.authorities = authorities
  }
}

class Authorities {
  readonly of = 'the operating system'
}

class List extends Array<unknown> {
  Добавить(value: unknown): void {
    this.push(value)
  }
}

/** Called with `new`: the object that it gives is the one that is made. */
function structure(names: string, ...values: readonly unknown[]): object {
  return Object.fromEntries(names.split(',').map((name, index) => [name, values[index]]))
}

class Hashing {
  #text = ''

  Добавить(text: string): void {
    this.#text += text
  }

  /** As 1C shows binary data: pairs of capital digits. */
  get ХешСумма(): string {
    const hex = createHash('md5').update(this.#text).digest('hex').toUpperCase()
    return hex.replaceAll(/(..)(?!$)/g, '$1 ')
  }
}

class Reading {
  text = ''

  УстановитьСтроку(text: string): void {
    this.text = text
  }
}

class Writing {
  text = ''

  УстановитьСтроку(): void {
    this.text = ''
  }

  Закрыть(): string {
    return this.text
  }
}

export function platform(port: number): Readonly<Record<string, unknown>> {
  return {
    HTTPЗапрос: Request,
    HTTPСоединение: connectionTo(port),
    ЗащищенноеСоединениеOpenSSL: Security,
    СертификатыУдостоверяющихЦентровОС: Authorities,
    Массив: List,
    Структура: structure,
    Соответствие: Map,
    ХешированиеДанных: Hashing,
    ЧтениеJSON: Reading,
    ЗаписьJSON: Writing,
    ХешФункция: { MD5: 'MD5' },
    КодировкаТекста: { UTF8: 'UTF-8' },
    ИспользованиеByteOrderMark: { НеИспользовать: 'no mark' },
    СпособКодированияСтроки: { КодировкаURL: 'URL' },
    КодироватьСтроку: encodeURIComponent,
    ПрочитатьJSON: ({ text }: Reading): unknown =>
      JSON.parse(text, (_, value: unknown) => (value === null ? undefined : value)),
    ЗаписатьJSON(writing: Writing, value: unknown): void {
      Object.assign(writing, { text: JSON.stringify(value) })
    },
    Формат: String,
    Строка: String,
    НРег: (text: string) => text.toLowerCase(),
    СтрЗаменить: (text: string, what: string, by: string) => text.replaceAll(what, by),
    СтрШаблон: (template: string, ...values: readonly unknown[]) =>
      template.replaceAll(/%(\d)/g, (_, index: string) => String(values[Number(index) - 1])),
  }
}
