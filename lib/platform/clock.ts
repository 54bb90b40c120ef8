/** Where behaviour depends on time, the time is passed in; tests freeze it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
