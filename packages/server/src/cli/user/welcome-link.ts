/** The token stands behind `#`, which browsers send to nobody, so that no log has it. */
export function welcomeLink(url: string, token: string): string {
  return `${url.replace(/\/$/, '')}/account/welcome#${token}`
}
