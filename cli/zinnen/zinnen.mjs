import { EN } from './en.mjs'
import { NL } from './nl.mjs'

const { LC_ALL, LC_MESSAGES, LANG } = process.env

/** The messages in the language of the user (POSIX 8.2: the first of the three that is set decides). */
export const zinnen = /^nl/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? NL : EN
