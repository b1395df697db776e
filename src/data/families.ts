/** The anchor of a family on its catalog's page; letters of any script stay, so Chinese captions work. */
export function familyId(family: string): string {
  return `family-${family
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`;
}
