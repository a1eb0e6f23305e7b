/** The lines of a text that say something; commas part as well. */
export function linesIn(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
