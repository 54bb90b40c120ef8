import ICAL from 'ical.js'

/** An entry as parsed by another calendar library. */
export type ReadPunt = {
  uid: string
  sequence: number
  summary: string
  description: string
  url: string
  /** `yyyy-mm-dd`; undefined when it has a time */
  datum: string | undefined
  lastModified: string
  stamp: string
}

export function readIcs(text: string): { naam: unknown; method: unknown; refresh: string; punten: ReadPunt[] } {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    naam: calendar.getFirstPropertyValue('name'),
    method: calendar.getFirstPropertyValue('method'),
    refresh: String(calendar.getFirstPropertyValue('refresh-interval')),
    punten: calendar.getAllSubcomponents('vevent').map((component) => {
      const { uid, sequence, summary, description, startDate } = new ICAL.Event(component)
      const value = (name: string) => String(component.getFirstPropertyValue(name))
      return {
        uid,
        sequence,
        summary,
        description,
        url: value('url'),
        datum: startDate.isDate ? startDate.toString() : undefined,
        lastModified: value('last-modified'),
        stamp: value('dtstamp'),
      }
    }),
  }
}
