import { ownTexts } from '../../texts/language.tsx'

export const texts = ownTexts(
  {
    title: 'Partners',
    one: 'Partner {login}',
    new: 'New partner',
    search: 'Login',
    empty: 'No partners yet. A partner earns by the orders of customers whom they bring.',
    nothing: 'No partner has a login like this.',
    login: 'Login',
    loginHint: 'What orders name them by; without spaces and commas.',
    percent: 'Share',
    percentHint: 'Of items whose product sets no fee.',
    parent: 'Brought by',
    parentHint: 'Login of the partner who brought them. Empty: nobody.',
    delete: 'Delete the partner «{login}»? Orders keep what they earned. That cannot be undone.',
  },
  {
    title: 'Партнёры',
    one: 'Партнёр {login}',
    new: 'Новый партнёр',
    search: 'Логин',
    empty: 'Партнёров пока нет. Партнёр получает долю с заказов тех, кого он привёл.',
    nothing: 'Партнёра с таким логином нет.',
    login: 'Логин',
    loginHint: 'По нему его называют в заказах; без пробелов и запятых.',
    percent: 'Доля',
    percentHint: 'С товаров, у которых нет своего вознаграждения.',
    parent: 'Кем приведён',
    parentHint: 'Логин партнёра, который его привёл. Пусто: никем.',
    delete: 'Удалить партнёра «{login}»? В заказах останется, сколько он заработал. Это нельзя отменить.',
  },
)
