import type { Notices } from '../../app/notices.ts'
import { wordsOf } from '../../domain/message-content.ts'
import { markMessage, showAgentsReaction, showCustomersReaction } from './mark-message.ts'
import { askForTopic, moveThread } from './move-thread.ts'
import { noticeOfAddition } from './notice-of-addition.ts'
import { noticeOfCrossing } from './notice-of-crossing.ts'
import { noticeOfDelay } from './notice-of-delay.ts'
import { noticeOfDraft } from './notice-of-draft.ts'
import { orderCopy, orderDiscard } from './notice-of-file.ts'
import { askForLook, askShop, noticeOfForm } from './notice-of-form.ts'
import { noticeOfLostAside, noticeOfLostWord, noticeOfMove } from './notice-of-group.ts'
import { noticeOfGroupMended, noticeOfGroupTrouble } from './notice-of-group-trouble.ts'
import { noticeOfGuide, noticeOfUnpinned } from './notice-of-guide.ts'
import { noticeOfMacro } from './notice-of-macro.ts'
import { mailCodeTo, mailReply, recallMail, retractMail } from './notice-of-mail.ts'
import { noticeOfLostCode, noticeOfMailed, noticeOfMailTrouble } from './notice-of-mail-trouble.ts'
import { noticeOfMerge } from './notice-of-merge.ts'
import { noticeOfOpening, reopenTopic } from './notice-of-opening.ts'
import { noticeOfPriority } from './notice-of-priority.ts'
import {
  noticeOfFailedExport,
  noticeOfFarewell,
  noticeOfKeeping,
  noticeOfLeftTopic,
  orderExportFile,
  takeFromGroup,
} from './notice-of-privacy.ts'
import { noticeOfRating } from './notice-of-rating.ts'
import { noticeOfReplyElsewhere } from './notice-of-reply.ts'
import { noticeOfLostReport, noticeOfLostWeek, orderWeekReport } from './notice-of-report.ts'
import { noticeOfSla } from './notice-of-sla.ts'
import { noticeOfClosing, noticeOfStatus, showStatus } from './notice-of-status.ts'
import { noticeOfTransfer } from './notice-of-transfer.ts'
import { noticeOfReturn, noticeOfTrouble } from './notice-of-trouble.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'
import { sendCardAgain } from './send-card.ts'
import { settleAnew, settleStray, threadOf } from './settle-anew.ts'
import { showEdit } from './show-change.ts'
import { showAgentMessage, showCustomerMessage } from './show-message.ts'
import { askRetraction, recallPart, showRetraction } from './take-back.ts'

/** Tells both sides of a ticket what happened, through the unit's outbox. */
export function createNotices(given: Omit<NoticeScope, 'threadOf'>): Notices {
  const scope: NoticeScope = { ...given, threadOf: (ticket) => threadOf(scope, ticket) }
  return {
    ticketOpened: (happened) => noticeOfOpening(scope, happened),
    threadLost: ({ ticket, to }) => settleAnew(scope, ticket, to),
    threadStray: (ticket) => settleStray(scope, ticket),
    cardLost: (happened) => sendCardAgain(scope, happened),
    topicClaimed: (happened) => askForTopic(scope, happened),
    threadMoved: (happened) => moveThread(scope, happened),
    threadClosed: (ticket) => reopenTopic(scope, ticket),
    statusChanged: (happened) => noticeOfStatus(scope, happened),
    photoAdded: (happened) => askForLook(scope, happened),
    orderAsked: (happened) => askShop(scope, happened),
    formLearned: (happened) => noticeOfForm(scope, happened),
    draftLeft: (happened) => noticeOfDraft(scope, happened),
    answerDelayed: (happened) => noticeOfDelay(scope, happened),
    priorityChanged: (happened) => noticeOfPriority(scope, happened),
    promiseAtRisk: (happened) => noticeOfSla(scope, happened),
    closingSoon: (happened) => noticeOfClosing(scope, happened),
    ticketRated: (happened) => noticeOfRating(scope, happened),
    customerWrote: (happened) => showCustomerMessage(scope, happened),
    async agentWrote(happened) {
      await showAgentMessage(scope, happened)
      await mailReply(scope, happened)
      if (happened.asks === true) await showStatus(scope, happened.ticket, happened.customer)
    },
    macroSent: (happened) => noticeOfMacro(scope, happened),
    repliedElsewhere: (happened) => noticeOfReplyElsewhere(scope, happened),
    messageAdded: (happened) => noticeOfAddition(scope, happened),
    answerResent: (happened) => showAgentMessage(scope, happened),
    messageMarked: (happened) => markMessage(scope, happened),
    answersCrossed: (happened) => noticeOfCrossing(scope, happened),
    customerReacted: (happened) => showCustomersReaction(scope, happened),
    agentReacted: (happened) => showAgentsReaction(scope, happened),
    ticketTransferred: (happened) => noticeOfTransfer(scope, happened),
    ticketsMerged: (happened) => noticeOfMerge(scope, happened),
    async messageEdited(happened) {
      await showEdit(scope, happened)
      const { author, content } = happened.message
      // A place that moves is edited every few seconds.
      if (author === 'agent' && wordsOf(content) !== null) await mailReply(scope, happened, true)
    },
    async partRecalled(happened) {
      recallPart(scope, happened)
      await recallMail(scope, happened)
    },
    async messageRetracted(happened) {
      const outcome = await askRetraction(scope, happened)
      await retractMail(scope, happened)
      return outcome
    },
    codeWanted: (wanted) => mailCodeTo(scope, wanted),
    codeNotMailed: (lost) => noticeOfLostCode(scope, lost),
    mailTrouble: (happened) => noticeOfMailTrouble(scope, happened),
    deliveredByMail: (happened) => noticeOfMailed(scope, happened),
    retractionEnded: (happened) => showRetraction(scope, happened),
    deliveryTrouble: (happened) => noticeOfTrouble(scope, happened),
    customerReturned: (ticket) => noticeOfReturn(scope, ticket),
    agentNotReached: (lost) => noticeOfLostWord(scope, lost),
    asideNotShown: (lost, shownAs) => noticeOfLostAside(scope, lost, shownAs),
    weekOver: (happened) => orderWeekReport(scope, happened),
    weekNotReported: (happened) => noticeOfLostWeek(scope, happened),
    reportNotSent: (lost) => noticeOfLostReport(scope, lost),
    guideWanted: (wanted) => noticeOfGuide(scope, wanted),
    guideNotPinned: (chatId) => noticeOfUnpinned(scope, chatId),
    groupMoved: (happened) => noticeOfMove(scope, happened),
    fileWanted: (file) => orderCopy(scope, file),
    fileUnwanted: (fileUniqueId) => orderDiscard(scope, fileUniqueId),
    exportOrdered: (customer) => orderExportFile(scope, customer),
    exportFailed: (customer) => noticeOfFailedExport(scope, customer),
    deletionCancelled: (customer) => noticeOfKeeping(scope, customer),
    customerForgotten: (customer) => noticeOfFarewell(scope, customer),
    ticketForgotten: (happened) => takeFromGroup(scope, happened),
    topicLeft: (ticket) => noticeOfLeftTopic(scope, ticket),
    groupTroubled: (happened) => noticeOfGroupTrouble(scope, happened),
    groupMended: (happened) => noticeOfGroupMended(scope, happened),
    cardChanged: (ticket) => refreshCard(scope, ticket),
  }
}
