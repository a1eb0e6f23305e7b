import { ownTexts } from '../../texts/language.tsx'

export const texts = ownTexts(
  {
    title: 'Orders',
    search: 'Number, e-mail, name or phone',
    any: 'Any',
    empty: 'No orders yet. They appear here as your scripts create them.',
    nothing: 'No order fits. Try fewer words, or another status.',
  },
  {
    title: 'Заказы',
    search: 'Номер, почта, имя или телефон',
    any: 'Любой',
    empty: 'Заказов пока нет. Они появятся, когда ваши скрипты их создадут.',
    nothing: 'Ничего не найдено. Уберите часть слов или выберите другой статус.',
  },
)
