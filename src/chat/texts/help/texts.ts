/** Headings over the commands of `/help`. */
export interface HelpTexts {
  readonly groups: Readonly<Record<'read' | 'sent' | 'places' | 'own', string>>
}
