import type { Case } from '../cases.ts'

export const RETURN: readonly Case[] = [
  {
    about: 'return/damaged',
    weight: 9,
    hasOrder: true,
    tellings: [
      'The {product} arrived with a crack. The box was dented on one side. I would like an exchange.',
      'The packaging is fine, but the {product} is scratched as if somebody had used it. I want my money back.',
      'The parcel came wet, the {product} is ruined. Photos attached.',
    ],
    question: {
      asked:
        'Please send a photo of the label with the number on the box: then we exchange it without an inspection.',
      told: 'Here it is. The label is torn a little, but the number can be read.',
    },
    note: '// There is another one in the warehouse, put aside until Thursday.',
    answers: [
      'The exchange is arranged. The courier brings a new {product} {day} and takes the damaged one.',
      'Your return is approved: bring the {product} to any pickup point, the {sum} will be on your card in three days.',
    ],
    tag: 'damage',
  },
  {
    about: 'return/wrong-item',
    weight: 5,
    hasOrder: true,
    tellings: [
      'I ordered the {product} in grey, a green one came. Please exchange it.',
      'Instead of the {product} there is something else in the box, the article number is wrong.',
    ],
    answers: [
      'It was mixed up in the warehouse, we are sorry. The right one left today, the courier takes the other.',
      'The exchange is arranged for {day}, you need not go anywhere.',
    ],
    tag: 'mix-up',
  },
  {
    about: 'return/incomplete',
    weight: 4,
    hasOrder: true,
    tellings: [
      'I ordered three things and there were two in the box. Missing: the {product}.',
      'The screws and the instructions are missing, so I cannot put it together.',
    ],
    answers: [
      'What was missing is on its way and will be there {day}.',
      'We found the set in the warehouse and bring it within two days, free of charge.',
    ],
  },
  {
    about: 'return/defect',
    weight: 6,
    hasOrder: true,
    tellings: [
      'After two weeks the {product} does not switch on any more. The light stays off, the socket is fine.',
      'The {product} is loud and gets hot, I am afraid to use it. Bought on {date}.',
    ],
    question: {
      asked: 'Please take a short video: then the workshop can tell whether it needs to see it.',
      told: 'I made one, you can hear it crackle when it starts.',
    },
    note: '// The workshop has seen the video: a factory fault, no inspection needed.',
    answers: [
      'It is a factory fault. You get {sum} back as soon as you have brought the {product} to a pickup point.',
      'We replace it under warranty: a new {product} comes {day}.',
    ],
    tag: 'fault',
  },
  {
    about: 'return/how-to',
    weight: 5,
    hasOrder: false,
    tellings: [
      'I want to return the {product}, it does not fit. How do I do that and how many days do I have?',
      'Can I return something if I have thrown the box away?',
    ],
    answers: [
      'You have 14 days. Open the order in your account and press “Return an item”, no label is needed.',
      'Yes, we take it without the box if the {product} itself is as new.',
    ],
  },
  {
    about: 'return/refused',
    weight: 3,
    hasOrder: true,
    tellings: [
      'The pickup point refused my return of the {product} because of a missing seal. There never was one.',
      'My return was refused without a reason. Please look at it again.',
    ],
    answers: [
      'We have looked at it again and approved the return. Please bring it once more, they know about it.',
    ],
    tag: 'dispute',
  },
]
