/**
 * Returns the parts of a template: its texts, and the values in place of `{{name}}`.
 *
 * @throws If a placeholder has no value.
 * @example fillParts('in {{where}}.', { where: { quote: '句' } }) // => ['in ', { quote: '句' }, '.']
 */
export function fillParts<Value>(
  template: string,
  values: Readonly<Record<string, Value | undefined>>,
): (string | Value)[] {
  return template.split(/\{\{(\w+)\}\}/).flatMap((part, index): (string | Value)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    const value = values[part];
    if (value === undefined) throw new Error(`There is no value for {{${part}}} in “${template}”.`);
    return [value];
  });
}

/** Returns a template with values in place of `{{name}}`. @throws If a placeholder has no value. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return fillParts(template, values).join('');
}
