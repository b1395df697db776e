import assert from 'node:assert/strict';

/** What every object inherits from; a polluted one would hold more, or something else. */
const prototypes = [Object, Array, String, Number, Boolean, Function, RegExp, Map, Set, Error].map(
  ({ prototype }) => prototype as object,
);
const membersNow = () =>
  prototypes.map((prototype) => {
    const members = Object.getOwnPropertyDescriptors(prototype) as Record<
      string,
      PropertyDescriptor
    >;
    return Reflect.ownKeys(members).map((key) => [key, members[key as string]?.value] as const);
  });
const membersBefore = membersNow();

/** No text or document has changed what every object inherits. */
export function assertPrototypesKept(): void {
  for (const [at, members] of membersNow().entries()) {
    const before = membersBefore[at] ?? [];
    assert.equal(members.length, before.length, 'a prototype has other members');
    for (const [place, [key, value]] of members.entries()) {
      assert.ok(
        before[place]?.[0] === key && Object.is(before[place]?.[1], value),
        `${String(key)} of a prototype was changed`,
      );
    }
  }
}
