/** What `make` finds in a key's journals, found once for each: several outcomes ask for it. */
export function once<Key extends object, Found>(make: (key: Key) => Found): (key: Key) => Found {
  const found = new WeakMap<Key, Found>();
  return (key) => {
    let value = found.get(key);
    if (value === undefined) {
      value = make(key);
      found.set(key, value);
    }
    return value;
  };
}
