import { ownTexts } from '../../texts/language.tsx'

export const texts = ownTexts(
  {
    title: 'Welcome',
    text: 'You are invited to the shop {shop} as {role}.',
    gone: 'This link has been used or has expired. Ask for a new one: billkeep user create',
    name: 'Your name',
    password: 'Choose a password',
    known: 'You have an account already: sign in with the password that you have.',
    submit: 'Go in',
  },
  {
    title: 'Добро пожаловать',
    text: 'Вас пригласили в магазин {shop}, роль: {role}.',
    gone: 'Ссылка уже использована или устарела. Новую делает команда billkeep user create',
    name: 'Ваше имя',
    password: 'Придумайте пароль',
    known: 'У вас уже есть учётная запись: войдите с прежним паролем.',
    submit: 'Войти',
  },
)
