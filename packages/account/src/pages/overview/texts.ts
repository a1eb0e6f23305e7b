import { ownTexts } from '../../texts/language.tsx'

export const texts = ownTexts(
  {
    title: 'Overview',
    range: 'Range',
    days: 'Last {days} days',
    orders: 'Orders',
    ordered: 'Ordered',
    paidOrders: 'Paid orders',
    paid: 'Paid',
    byDay: 'Money by day',
    products: 'Best sold',
    quantity: 'Sold',
    nothing: 'Nothing was sold in these days.',
  },
  {
    title: 'Обзор',
    range: 'Период',
    days: 'Последние {days} дней',
    orders: 'Заказы',
    ordered: 'На сумму',
    paidOrders: 'Оплачено заказов',
    paid: 'Оплачено',
    byDay: 'Деньги по дням',
    products: 'Лучшие товары',
    quantity: 'Продано',
    nothing: 'За эти дни ничего не продано.',
  },
)
