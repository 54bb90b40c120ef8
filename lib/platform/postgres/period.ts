/** From `van`, before `tot`; without one of them it is open on that side. */
export type Period = { van?: Date | undefined; tot?: Date | undefined }

/** The conditions on a column of type `timestamptz`. */
export function periodConditions(column: string, { van, tot }: Period, add: (value: unknown) => string): string[] {
  return [
    ...(van ? [`${column} >= ${add(van)}::timestamptz`] : []),
    ...(tot ? [`${column} < ${add(tot)}::timestamptz`] : []),
  ]
}
