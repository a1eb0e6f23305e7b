/** Invented customers. Addresses are at example.com, .org and .net (RFC 2606), phones in ranges nobody has. */
import type { Random } from './random.ts'

export interface Person {
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly phone: string
  readonly city: string
  readonly country: string
}

/** Who is in the protocol page's example. */
export const buyer: Person = {
  email: 'buyer@example.com',
  first_name: 'Ivan',
  last_name: 'Petrov',
  phone: '+7 (900) 000-00-01',
  city: 'Kazan',
  country: 'Russia',
}

/** So many different people. */
export function inventPeople(random: Random, count: number): readonly [Person, ...Person[]] {
  const first = inventPerson(random)
  const people = new Map([[first.email, first]])
  while (people.size < count) {
    const person = inventPerson(random)
    if (!people.has(person.email)) people.set(person.email, person)
  }
  const [, ...rest] = people.values()
  return [first, ...rest]
}

type Name = readonly [written: string, inEmail: string]

interface Region {
  readonly firstNames: readonly [Name, ...Name[]]
  readonly lastNames: readonly [Name, ...Name[]]
  readonly cities: readonly [string, ...string[]]
  readonly country: string
  readonly phone: (random: Random) => string
}

function inventPerson(random: Random): Person {
  const { firstNames, lastNames, cities, country, phone } = random.pick(regions)
  const [firstName, first] = random.pick(firstNames)
  const [lastName, last] = random.pick(lastNames)
  const mailbox = random.pick([`${first}.${last}`, `${last}.${first}`, `${first}${last}${random.between(70, 99)}`])
  return {
    email: `${mailbox}@example.${random.pick(['com', 'com', 'org', 'net'])}`,
    first_name: firstName,
    last_name: lastName,
    phone: random.percent(70) ? phone(random) : '',
    city: random.pick(cities),
    country,
  }
}

const twoDigits = (random: Random): string => String(random.between(0, 99)).padStart(2, '0')
const russianPhone = (random: Random): string => `+7 (900) 000-${twoDigits(random)}-${twoDigits(random)}`

const russianCities = ['Москва', 'Санкт-Петербург', 'Казань', 'Екатеринбург', 'Новосибирск', 'Тула'] as const

const regions: readonly [Region, ...Region[]] = [
  {
    firstNames: [
      ['Анна', 'anna'],
      ['Мария', 'maria'],
      ['Ольга', 'olga'],
      ['Екатерина', 'ekaterina'],
      ['Наталья', 'natalya'],
      ['Юлия', 'yulia'],
    ],
    lastNames: [
      ['Смирнова', 'smirnova'],
      ['Кузнецова', 'kuznetsova'],
      ['Соколова', 'sokolova'],
      ['Лебедева', 'lebedeva'],
      ['Щербакова', 'shcherbakova'],
      ['Воробьёва', 'vorobyova'],
    ],
    cities: russianCities,
    country: 'Россия',
    phone: russianPhone,
  },
  {
    firstNames: [
      ['Алексей', 'alexey'],
      ['Дмитрий', 'dmitry'],
      ['Сергей', 'sergey'],
      ['Пётр', 'pyotr'],
      ['Михаил', 'mikhail'],
    ],
    lastNames: [
      ['Иванов', 'ivanov'],
      ['Новиков', 'novikov'],
      ['Морозов', 'morozov'],
      ['Фёдоров', 'fyodorov'],
      ['Журавлёв', 'zhuravlyov'],
    ],
    cities: russianCities,
    country: 'Россия',
    phone: russianPhone,
  },
  {
    firstNames: [
      ['Emma', 'emma'],
      ['Oliver', 'oliver'],
      ['Zoë', 'zoe'],
      ['Jack', 'jack'],
      ['Siân', 'sian'],
    ],
    lastNames: [
      ['Taylor', 'taylor'],
      ["O'Connor", 'oconnor'],
      ['Walker', 'walker'],
      ['Smith-Jones', 'smith-jones'],
      ['Clarke', 'clarke'],
    ],
    cities: ['London', 'Leeds', 'Cardiff', 'Glasgow'],
    country: 'United Kingdom',
    phone: (random) => `+44 7700 900${String(random.between(0, 999)).padStart(3, '0')}`,
  },
  {
    firstNames: [
      ['Lukas', 'lukas'],
      ['Jürgen', 'juergen'],
      ['Hannah', 'hannah'],
      ['Björn', 'bjoern'],
      ['Élodie', 'elodie'],
    ],
    lastNames: [
      ['Müller', 'mueller'],
      ['Weiß', 'weiss'],
      ['Schäfer', 'schaefer'],
      ['Lefèvre', 'lefevre'],
      ['Novák', 'novak'],
    ],
    cities: ['Berlin', 'Köln', 'München', 'Wien'],
    country: 'Germany',
    phone: (random) => `+49 30 23125 ${String(random.between(0, 999)).padStart(3, '0')}`,
  },
]
