package io.jenkins.plugins.austa.cli.host.bind;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/** Sets one optional parameter, by method or by field. */
interface BoundSetter {

  /** Returns the declared type of the parameter. */
  Type type();

  /** Sets the parameter of {@code target}. */
  void set(Object target, Object value) throws IllegalAccessException, InvocationTargetException;

  static BoundSetter of(Method method) {
    return new BoundSetter() {
      @Override
      public Type type() {
        return method.getGenericParameterTypes()[0];
      }

      @Override
      public void set(Object target, Object value)
          throws IllegalAccessException, InvocationTargetException {
        method.invoke(target, value);
      }
    };
  }

  static BoundSetter of(Field field) {
    return new BoundSetter() {
      @Override
      public Type type() {
        return field.getGenericType();
      }

      @Override
      public void set(Object target, Object value) throws IllegalAccessException {
        field.setAccessible(true);
        field.set(target, value);
      }
    };
  }
}
