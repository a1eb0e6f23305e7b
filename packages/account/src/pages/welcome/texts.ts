import { ownTexts } from '../../texts/language.tsx'

export const texts = ownTexts(
  {
    title: 'Welcome',
    text: 'You are invited to the shop {shop} as {role}.',
    gone: 'This link has been used or has expired. Ask an owner of the shop for a new one, or whoever runs the server.',
    name: 'Your name',
    password: 'Choose a password',
    known: 'You have an account already: sign in with the password that you have.',
    longName: 'A name has at most 100 characters.',
    noEmail: 'That is no e-mail address.',
    submit: 'Go in',
  },
  {
    title: 'Добро пожаловать',
    text: 'Вас пригласили в магазин {shop}, роль: {role}.',
    gone: 'Ссылка уже использована или устарела. Попросите новую у владельца магазина или у того, кто управляет сервером.',
    name: 'Ваше имя',
    password: 'Придумайте пароль',
    known: 'У вас уже есть учётная запись: войдите с прежним паролем.',
    longName: 'В имени не больше 100 знаков.',
    noEmail: 'Это не адрес эл. почты.',
    submit: 'Войти',
  },
)
