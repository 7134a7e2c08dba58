export { askWechat, concernOfLabel, judge, refusalOf, requireHarmless, type Concern, type Ruling } from './judge';
export { askAboutMedium, isCheckable } from './media';
export type { ReviewDoc } from './model';
export { pictureJudged, settlePicture, watchPicture } from './pictures';
export { piecesBefore } from './pieces';
export { decideReview, queueReview, reviewDecided } from './reviews';
export { closeReviewOf, countOpenReviews, countReviewsOf, findReview, listReviews, removeReviewsOfPai, removeReviewsOfPerson } from './store';
