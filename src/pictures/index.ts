/** Data → pictures to share, drawn with fonts of its own. Knows nothing of Telegram. */

export { drawPicture } from './draw-picture.ts'
export type {
  CardPicture,
  ChartPicture,
  Facsimile,
  FrontPicture,
  FrontStory,
  Mark,
  OutlinesPicture,
  PagePicture,
  Paragraph,
  Picture,
  PrintedMark,
} from './picture.ts'
export { PICTURE_DESIGN, shownBy } from './picture.ts'
export { openPictureDrawer, type PictureDrawer } from './picture-drawer.ts'
