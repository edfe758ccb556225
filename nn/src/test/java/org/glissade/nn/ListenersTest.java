package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.data.Dataset;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class ListenersTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 50, 2);

  @Test
  void hearWhatHappensInItsOrder() {
    TrainingListener listener = mock(TrainingListener.class);
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(2).listener(listener).build()) {
      FitResult result = trainer.fit(TRAIN, TEST);
      InOrder order = inOrder(listener);
      order.verify(listener).started(any());
      order.verify(listener, times(7)).stepped(any());
      order.verify(listener).epochEnded(result.epochs().get(0));
      order.verify(listener, times(7)).stepped(any());
      order.verify(listener).epochEnded(result.epochs().get(1));
      order.verify(listener).ended(result);
      order.verifyNoMoreInteractions();
    }
  }

  @Test
  void areToldWhatTheyNeedToKnow() {
    TrainingListener listener = mock(TrainingListener.class);
    try (Trainer trainer = Tiny.trainer(Tiny.model()).epochs(2).listener(listener).build()) {
      trainer.fit(TRAIN, TEST);
    }
    ArgumentCaptor<RunStarted> started = ArgumentCaptor.forClass(RunStarted.class);
    verify(listener).started(started.capture());
    assertEquals("reference: interpreter in double", started.getValue().backend());
    assertEquals("train", started.getValue().dataset());
    assertEquals(100, started.getValue().examples());
    assertEquals(7, started.getValue().batches());
    assertEquals(2, started.getValue().epochs());
    assertEquals(TrainingPosition.START, started.getValue().from());
    ArgumentCaptor<EpochEvent> epochs = ArgumentCaptor.forClass(EpochEvent.class);
    verify(listener, times(2)).epochEnded(epochs.capture());
    EpochEvent last = epochs.getValue();
    assertEquals(2, last.epoch());
    assertEquals(14, last.step());
    assertEquals(50, last.validation().orElseThrow().examples());
    assertTrue(last.seconds() > 0);
    assertEquals(100 / last.seconds(), last.samplesPerSecond(), 1e-6 * last.samplesPerSecond());
  }

  @Test
  void mayFailWithoutLosingTheRun() {
    TrainingListener failing = mock(TrainingListener.class);
    TrainingListener other = mock(TrainingListener.class);
    IllegalStateException failure = new IllegalStateException("no room for this line");
    doThrow(failure).doNothing().when(failing).stepped(any());
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(failing).listener(other).build()) {
      ListenerException thrown =
          assertThrows(ListenerException.class, () -> trainer.fit(TRAIN, TEST));
      assertSame(failure, thrown.getCause());
      assertTrue(
          String.valueOf(thrown.getMessage())
              .endsWith("The training stands between two steps; calling fit again goes on"));
      verify(other, times(1)).stepped(any());
      assertEquals(1, trainer.position().step());
      trainer.fit(TRAIN, TEST);
      assertArrayEquals(undisturbed(), trainer.store().read(Variable.PARAMETERS));
    }
  }

  private static double[] undisturbed() {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      trainer.fit(TRAIN, TEST);
      return trainer.store().read(Variable.PARAMETERS);
    }
  }

  @Test
  void severalFailuresAreAllTold() {
    TrainingListener first = mock(TrainingListener.class);
    TrainingListener second = mock(TrainingListener.class);
    doThrow(new IllegalStateException("first")).when(first).started(any());
    doThrow(new IllegalStateException("second")).when(second).started(any());
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(first).listener(second).build()) {
      ListenerException thrown = assertThrows(ListenerException.class, () -> trainer.fit(TRAIN));
      assertEquals("java.lang.IllegalStateException: first", String.valueOf(thrown.getCause()));
      assertEquals(
          "java.lang.IllegalStateException: second",
          String.valueOf(thrown.getSuppressed()[0].getCause()));
    }
  }

  @Test
  void aGivenSessionIsNotClosedAndAnOwnOneIs() {
    Session given = mock(Session.class);
    Trainer.of(Tiny.model(), new Tiny.Momentum(0.1, 0.9)).session(given).build().close();
    verify(given, times(0)).close();

    org.glissade.backend.Backend backend = mock(org.glissade.backend.Backend.class);
    Session opened = mock(Session.class);
    org.mockito.Mockito.when(backend.open(new SessionOptions(9, 2))).thenReturn(opened);
    Trainer.of(Tiny.model(), new Tiny.Momentum(0.1, 0.9))
        .backend(backend)
        .seed(9)
        .threads(2)
        .build()
        .close();
    verify(opened).close();
  }

  @Test
  void twoTrainersOfOneModelMayShareASession() {
    Model model = Tiny.model();
    try (Session session = new ReferenceBackend().open(SessionOptions.seed(5))) {
      Trainer first = Tiny.trainer(model).session(session).epochs(1).build();
      first.fit(TRAIN);
      Trainer second = Tiny.trainer(model).session(session).build();
      assertEquals(first.evaluate(TEST).loss(), second.evaluate(TEST).loss());
    }
  }
}
