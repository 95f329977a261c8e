/**
 * Keeps what is dear to make and asked for often: one value for each key, made when it is first asked for. Nothing is
 * forgotten as long as the function is kept: of one that stays, the keys must be few (languages, time zones, units).
 */
export function keepByKey<Value>(make: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>()
  return (key) => {
    const value = values.get(key) ?? make(key)
    values.set(key, value)
    return value
  }
}
