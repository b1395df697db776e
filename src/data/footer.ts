import { ui } from '../i18n.ts';
import { langOf } from '../model/lang.ts';
import type { SiteSettings } from '../model/site-settings.ts';

export interface FooterLink {
  href: string;
  label: string;
  /** Set if the link leads to another site or opens a mail. */
  external?: true;
}

/**
 * Returns the groups of links below every page.
 *
 * @param page `report` is the address for reporting a mistake on it, if there is one.
 * @param address Returns an address within the site, as {@link import('./urls.ts').url} does.
 */
export function listFooterGroups(
  { links }: Pick<SiteSettings, 'links'>,
  page: { locale: string | undefined; report: string | undefined },
  address: (...parts: (string | undefined)[]) => string,
): { title: string; links: FooterLink[] }[] {
  const { locale, report } = page;
  const lang = langOf(locale);
  const t = ui(lang);
  const link = (label: string, ...parts: string[]) => ({ href: address(locale, ...parts), label });
  return [
    {
      title: t('footer.codes'),
      links: [
        { href: `${address(locale)}#catalogs`, label: t('nav.catalogs') },
        link(t('search.open'), 'find'),
        link(t('offline.nav'), 'offline'),
      ],
    },
    {
      title: t('footer.help'),
      links: [
        link(t('nav.guides'), 'guides'),
        link(t('nav.guide.keyboard'), 'guides', 'keyboard'),
        link(t('nav.guide.glossary'), 'guides', 'glossary'),
      ],
    },
    {
      title: t('footer.about'),
      links: [
        link(t('about.nav'), 'about'),
        link(t('footer.sources'), 'sources'),
        link(t('nav.guide.data'), 'guides', 'data'),
        link(t('changelog.nav'), 'changelog'),
        ...(report ? [{ href: report, label: t('report.link'), external: true as const }] : []),
        ...links.map(({ label, url }) => ({
          href: url,
          label: label[lang],
          external: true as const,
        })),
      ],
    },
  ];
}
