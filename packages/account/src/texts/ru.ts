import type { Texts } from './en.ts'

export const ru: Texts = {
  'app.name': 'Billkeep',
  'nav.overview': 'Обзор',
  'nav.orders': 'Заказы',
  'nav.security': 'Безопасность',
  'nav.signOut': 'Выйти',
  'nav.shop': 'Магазин',
  'nav.theme': 'Светлая или тёмная тема',
  'nav.language': 'Язык',
  'nav.menu': 'Меню',
  'nav.skip': 'К содержимому',

  'signIn.title': 'Вход',
  'signIn.email': 'Эл. почта',
  'signIn.password': 'Пароль',
  'signIn.submit': 'Войти',
  'signIn.wrong': 'Неверный адрес или пароль.',
  'signIn.tooOften': 'Слишком много попыток. Попробуйте через минуту.',
  'signIn.code': 'Код',
  'signIn.codeHint': 'Шесть цифр из приложения или один из сохранённых кодов.',
  'signIn.codeWrong': 'Код не подходит.',
  'signIn.codeSubmit': 'Дальше',

  'password.hint': 'Не меньше 10 знаков.',

  'role.owner': 'владелец',
  'role.staff': 'сотрудник',

  'order.status': 'Статус',
  'order.number': 'Заказ',
  'order.customer': 'Покупатель',
  'order.created': 'Создан',
  'order.products': 'Товары',
  'order.total': 'Сумма',

  'status.waiting': 'Ожидает',
  'status.paid': 'Оплачен',
  'status.cancelled': 'Отменён',
  'status.returned': 'Возврат',

  'event.order.created': 'Создан',
  'event.order.paid': 'Оплачен',
  'event.order.prepaid': 'Предоплата',
  'event.order.cancelled': 'Отменён',
  'event.order.returned': 'Возврат',
  'event.order.sent': 'Отправлен',
  'event.order.deleted': 'Удалён',
  'event.order.restored': 'Восстановлен',

  'common.yes': 'Да',
  'common.no': 'Нет',
  'common.more': 'Показать ещё',
  'common.again': 'Повторить',
  'common.failed': 'Не получилось: {detail}',
  'common.offline': 'Сервер недоступен.',
  'common.loading': 'Загрузка…',
}
