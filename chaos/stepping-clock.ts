// Preloaded into a process with NODE_OPTIONS=--import. SIGUSR2 sets its clock back by an hour, the next SIGUSR2 right.

const HOUR_MS = 3_600_000
const RealDate = Date
let offsetMs = 0
process.on('SIGUSR2', () => {
  offsetMs = offsetMs === 0 ? -HOUR_MS : 0
})

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [RealDate.now() + offsetMs], newTarget),
  get: (target, key, receiver) =>
    key === 'now' ? () => RealDate.now() + offsetMs : Reflect.get(target, key, receiver),
})
