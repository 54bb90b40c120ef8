/** What stands on a telephone that is locked: nothing of the zaak, and nothing of a person. */
const nl = { nieuws: 'Er is nieuws over uw zaak' }

const en: typeof nl = { nieuws: 'There is news about your case' }

export const pushTexts = { nl, en }
