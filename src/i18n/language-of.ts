/**
 * The language of a text of the data that comes in one only (the title of a document, a line of a change log), for the
 * voice that reads it: Vietnamese where a letter in twenty is one that only Vietnamese has. Names in an English
 * sentence are fewer.
 */
export const languageOf = (text: string): 'vi' | undefined =>
  text.normalize('NFC').replaceAll(/[^ăđơưạ-ỹ]/giu, '').length * 20 > text.length ? 'vi' : undefined
