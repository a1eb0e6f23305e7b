import { aboutPage, type ApiReply } from './message.ts'

/** What a person sees who opens the installation's own address in a browser. */
export const frontDoor: ApiReply = {
  status: 200,
  about: aboutPage('root'),
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `Billkeep is running.

It answers order API calls, signed with the API key of the shop whose login is LOGIN:

  POST http://LOGIN.DOMAIN/api/GetBills

where DOMAIN is this installation's domain; or, where such a name does not resolve:

  POST http://DOMAIN/@LOGIN/api/GetBills

New programs find API v1 described at /v1/docs, and people sign in at /account.
`,
}
