import { ownTexts } from '../../texts/language.tsx'

export const texts = ownTexts(
  {
    title: 'Members',
    what: 'Who may sign in here for this shop. Each has a password of their own: nobody needs yours.',
    invite: 'Invite somebody',
    members: 'Who belongs to the shop',
    nobody: 'Nobody yet.',
    who: 'Who',
    you: 'you',
    role: 'Role',
    since: 'Since',
    remove: 'Shut out',
    removeWhat: 'Shut {email} out of this shop? It counts at once. You can invite them again.',
    makeLink: 'Make a link',
    link: 'Link for signing in',
    ownerMay: 'Owners may do everything: keys, tokens, settings, and who else comes in.',
    staffMay: 'Staff do the daily work: orders, products, customers. They see no keys, tokens or settings.',
    passOn:
      'Pass this link on to {email} yourself: nothing is sent. It opens once, until {time}, and is shown only now.',
  },
  {
    title: 'Сотрудники',
    what: 'Кто может входить сюда от этого магазина. У каждого свой пароль: ваш никому не нужен.',
    invite: 'Пригласить',
    members: 'Кто в магазине',
    nobody: 'Пока никого.',
    who: 'Кто',
    you: 'вы',
    role: 'Роль',
    since: 'С какого времени',
    remove: 'Исключить',
    removeWhat: 'Исключить {email} из магазина? Это подействует сразу. Пригласить снова можно.',
    makeLink: 'Создать ссылку',
    link: 'Ссылка для входа',
    ownerMay: 'Владельцу можно всё: ключи, токены, настройки и доступ других.',
    staffMay: 'Сотрудник ведёт текущую работу: заказы, товары, покупатели. Ключи, токены и настройки ему не видны.',
    passOn:
      'Передайте ссылку на {email} сами: письмо не отправляется. Она откроется один раз, до {time}, и видна только сейчас.',
  },
)
